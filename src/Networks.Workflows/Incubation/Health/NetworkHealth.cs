using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Incubation.Health;

/// <summary>What the health of a network is read from.</summary>
internal sealed record HealthFacts(Case Case, EnterpriseNetwork Network, IReadOnlyList<(Participant Participant, Firm Firm)> Firms, IReadOnlyList<Filing> Filings, DateOnly Today)
{
    /// <summary>Three statements.</summary>
    public static async Task<HealthFacts> LoadAsync(NetworksDbContext db, CaseId id, DateOnly today, CancellationToken cancellationToken)
    {
        var head = await (
            from c in db.Cases.AsNoTracking()
            where c.Id == id
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new { Case = c, Network = n }).SingleAsync(cancellationToken);
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == id && p.Status == ParticipantStatus.Active
            join f in db.Firms on p.FirmId equals f.Id
            orderby p.Order
            select new { Participant = p, Firm = f }).ToListAsync(cancellationToken);
        var filings = await db.Filings.AsNoTracking().Where(f => f.CaseId == id && f.ChangeId == null && f.DutyId == null).ToListAsync(cancellationToken);
        return new HealthFacts(head.Case, head.Network, [.. firms.Select(f => (f.Participant, f.Firm))], filings, today);
    }
}

/// <summary>
/// The health check: what is missing, expired or wrong in what is known of a network. A preliminary check; whoever reads it
/// looks at the register and the contract.
/// </summary>
internal static class NetworkHealth
{
    /// <summary>A register entry that nobody has looked at for longer is looked at again.</summary>
    private const int _checkMonths = 12;

    public static IReadOnlyList<HealthFinding> Of(HealthFacts facts) => [.. OfContract(facts), .. OfRegister(facts), .. facts.Firms.SelectMany(f => OfFirm(f.Firm, facts.Today))];

    private static string Contract => Words.Say("incubation.source-contract");

    private static IEnumerable<HealthFinding> OfContract(HealthFacts facts)
    {
        var (network, terms) = (facts.Network, facts.Network.Terms);
        var contents = MandatoryContents.Rule.Citation;
        if (MinimumParticipants.Check(facts.Firms.Count, terms.MinimumParticipants) is not null)
        {
            yield return new(HealthMatter.Wrong, "few-firms", MinimumParticipants.Rule.Citation, facts.Firms.Count, MinimumParticipants.Required(terms.MinimumParticipants));
        }

        if (network.Kind is null)
        {
            yield return new(HealthMatter.Missing, "kind", contents);
        }

        if (network.Kind == NetworkKind.LegalEntity && network.Fund is null)
        {
            yield return new(HealthMatter.Missing, "fund", contents);
        }

        if (network.Kind == NetworkKind.LegalEntity && network.Body is null)
        {
            yield return new(HealthMatter.Missing, "body", contents);
        }

        if (network.Fund is not null && network.Seat is null)
        {
            yield return new(HealthMatter.Missing, "seat", contents);
        }

        if (network.Body?.TermYears is { } years && facts.Case.EffectOn is { } from && from.AddYears(years) < facts.Today)
        {
            yield return new(HealthMatter.Expired, "body-term", Contract, network.Body.Holder, from.AddYears(years));
        }

        if (terms.DurationYears is null)
        {
            yield return new(HealthMatter.Missing, "duration", contents);
        }
        else if (facts.Case.EffectOn is { } effect && RenewalNotice.On(terms, effect, facts.Today) is { } term && term.EndsOn < facts.Today)
        {
            yield return new(HealthMatter.Expired, "term", Contract, term.EndsOn);
        }
    }

    private static IEnumerable<HealthFinding> OfRegister(HealthFacts facts)
    {
        if (facts.Network.TakenInOn is not null && facts.Network.ContractNumber is null)
        {
            yield return new(HealthMatter.Missing, "contract-number", EffectDate.Rule.Citation);
        }

        if (facts.Case.DeedOn is null)
        {
            yield return new(HealthMatter.Missing, "deed", EffectDate.Rule.Citation);
        }

        var own = facts.Network.Kind == NetworkKind.LegalEntity;
        if (own && !facts.Filings.Any(f => f.ParticipantId is null && f.EnteredOn is not null))
        {
            yield return new(HealthMatter.Missing, "own-entry", EffectDate.Rule.Citation);
        }

        foreach (var (participant, firm) in own ? [] : facts.Firms.Where(f => f.Participant.Kind == ParticipantKind.Original))
        {
            var entered = facts.Filings.FirstOrDefault(f => f.ParticipantId == participant.Id)?.EnteredOn;
            if (entered is null)
            {
                yield return new(HealthMatter.Missing, "entry", EffectDate.Rule.Citation, firm.Name);
            }
            else if (facts.Case.DeedOn is { } deed && entered < deed)
            {
                yield return new(HealthMatter.Wrong, "entry-before-deed", EffectDate.Rule.Citation, firm.Name, entered, deed);
            }
        }
    }

    private static IEnumerable<HealthFinding> OfFirm(Firm firm, DateOnly today)
    {
        if (firm.RegisterStatus != RegisterStatus.Entered && firm.RegisterStatus != RegisterStatus.ToVerify)
        {
            yield return new(HealthMatter.Wrong, "register-status", WhoMayJoin.Rule.Citation, firm.Name);
        }
        else if (firm.RegisterCheckedOn is not { } on)
        {
            yield return new(HealthMatter.Missing, "register-check", WhoMayJoin.Rule.Citation, firm.Name);
        }
        else if (on.AddMonths(_checkMonths) < today)
        {
            yield return new(HealthMatter.Expired, "register-check-old", WhoMayJoin.Rule.Citation, firm.Name, on);
        }

        if (firm.Country == "IT" && firm.CertifiedEmail is null)
        {
            yield return new(HealthMatter.Missing, "pec", Words.Say("incubation.source-pec"), firm.Name);
        }

        if (firm.RepresentativeOn(today) is null)
        {
            yield return firm.Representatives.Count > 0
                ? new(HealthMatter.Expired, "representative-term", Words.Say("incubation.source-register"), firm.Name)
                : new(HealthMatter.Missing, "representative", Words.Say("incubation.source-register"), firm.Name);
        }

        if (firm.Email is null)
        {
            yield return new(HealthMatter.Missing, "mailbox", Words.Say("incubation.source-desk"), firm.Name);
        }
    }
}

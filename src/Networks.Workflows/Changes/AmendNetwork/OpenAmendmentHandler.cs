using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.AmendNetwork;

internal sealed class OpenAmendmentHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<OpenAmendment, Result<OpenedAmendment>>
{
    public async Task<Result<OpenedAmendment>> Handle(OpenAmendment request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (await ObstacleAsync(db, @case, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        var network = await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var firms = await db.Participants.Where(p => p.CaseId == @case.Id && p.Status == ParticipantStatus.Active).Select(p => p.Id).ToListAsync(cancellationToken);
        var amendment = new Amendment(AmendableTerms.Of(network), request.Terms);
        var found = Refusals(request, @case, network, amendment, firms).ToList();
        if (Refusal.Together(found) is { } refused)
        {
            return refused;
        }

        var change = new NetworkChange(Ids.New(clock), @case.Id, ChangeKind.Amendment, calendar.Today())
        {
            TermsJson = amendment.ToJson(),
            FilerId = amendment.Parts.Contains(AmendedPart.Reference) ? request.Terms.Reference : null,
            VoteLastDay = amendment.NeedsVote ? request.LastDay : null,
            Text = string.IsNullOrWhiteSpace(request.Text) ? null : request.Text.Trim(),
        };
        db.Add(change);
        history.Record(@case, "changes.amendment-opened", calendar.Today(), new Dictionary<string, string>
        {
            ["change"] = change.Id.ToString("N", CultureInfo.InvariantCulture),
            ["parts"] = string.Join(' ', amendment.Parts),
        }, change.Text);
        await db.SaveChangesAsync(cancellationToken);
        await engine.StartBesideAsync(@case, ChangeProcesses.Amendment, change.Id, cancellationToken);
        return new OpenedAmendment(change.Id, amendment.Parts, amendment.NeedsVote ? firms.Count : 0);
    }

    /// <summary>In the way whatever is to be changed; null when nothing is.</summary>
    public static async Task<Refusal?> ObstacleAsync(NetworksDbContext db, Case @case, CancellationToken cancellationToken)
    {
        if (@case.Status != CaseStatus.InEffect)
        {
            return @case.Status == CaseStatus.Open ? ChangeRefusals.NotInEffect : ChangeRefusals.CaseOver;
        }

        var running = await db.NetworkChanges.AsNoTracking().Where(c => c.CaseId == @case.Id && c.Status == ChangeStatus.UnderWay).Select(c => c.Kind).ToListAsync(cancellationToken);
        return running.Contains(ChangeKind.Closing) ? ChangeRefusals.ClosingUnderWay
            : running.Contains(ChangeKind.Amendment) ? ChangeRefusals.AmendmentUnderWay
            : null;
    }

    private IEnumerable<Refusal> Refusals(OpenAmendment request, Case @case, EnterpriseNetwork network, Amendment amendment, List<ParticipantId> firms)
    {
        var (terms, today) = (request.Terms, calendar.Today());
        if (amendment.Parts.Count == 0)
        {
            yield return ChangeRefusals.NothingChanges;
        }

        if (request.LastDay < today)
        {
            yield return ChangeRefusals.LastDayPassed;
        }

        if (amendment.Parts.Contains(AmendedPart.Seat) && terms.Seat is { Country: "IT", Province: var province } && Provinces.Find(province ?? "", today) is null)
        {
            yield return ChangeRefusals.ProvinceUnknown(province ?? "");
        }

        if (terms.Seat is null && (terms.Fund is not null || network.Kind == NetworkKind.LegalEntity) && amendment.NeedsVote)
        {
            yield return ChangeRefusals.PartIncomplete("street");
        }

        if (amendment.Parts.Contains(AmendedPart.Duration) && terms.DurationYears is { } years && @case.EffectOn is { } effect && terms.RenewalYears is null or 0 && effect.AddYears(years) <= today)
        {
            yield return ChangeRefusals.DurationPassed(effect.AddYears(years));
        }

        if (amendment.Parts.Contains(AmendedPart.Reference))
        {
            if (network.Kind != NetworkKind.Contractual)
            {
                yield return ChangeRefusals.ReferenceOnlyContractual;
            }
            else if (terms.Reference is not { } named || !firms.Contains(named))
            {
                yield return ChangeRefusals.ReferenceNotTakingPart;
            }
        }
    }
}

internal sealed class ShowAmendmentRuleHandler(NetworksDbContext db) : IRequestHandler<ShowAmendmentRule, Result<AmendmentRule>>
{
    public async Task<Result<AmendmentRule>> Handle(ShowAmendmentRule request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == @case.Id && p.Status == ParticipantStatus.Active
            join f in db.Firms.IgnoreAutoIncludes() on p.FirmId equals f.Id
            orderby p.Order
            select new AmendmentVoter(p.Id, f.Name, f.Email)).ToListAsync(cancellationToken);
        return new AmendmentRule(
            network.Name, AmendableTerms.Of(network), network.Kind == NetworkKind.Contractual, Quorum.OfAmendment([AmendedPart.Programme], network.Terms),
            Quorum.OfAmendment([AmendedPart.Body], network.Terms), firms, @case.EffectOn, await OpenAmendmentHandler.ObstacleAsync(db, @case, cancellationToken));
    }
}

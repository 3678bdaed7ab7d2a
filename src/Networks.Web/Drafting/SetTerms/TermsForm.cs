using System.Globalization;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Web.Components;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.SetTerms;
using Networks.Workflows.Drafting.ShowTerms;

namespace Networks.Web.Drafting.SetTerms;

/// <summary>Reads the posted form of the terms. What is no number is refused at its field, all at once.</summary>
internal sealed class TermsForm(Func<string, string?> form, TermsSheet sheet)
{
    private const int MostObjectives = 20;

    private readonly List<Refusal> _faults = [];

    /// <summary>How many must agree, by the percentage that is stored.</summary>
    public static IReadOnlyList<Option> Shares =>
    [
        new("100", Words.Say("terms-pages.unanimity")), new("0", Words.Say("terms-pages.simple-majority")),
        new("66", Words.Say("terms-pages.two-thirds")), new("75", Words.Say("terms-pages.three-quarters")),
    ];

    /// <summary>Null while nothing was agreed.</summary>
    public static string? SayShare(int? percent) => Shares.FirstOrDefault(s => s.Value == $"{percent}")?.Label ?? (percent is null ? null : $"{percent} %");

    public static string ContributionField(ParticipantId participant) => $"contribution-{participant.Value}";

    public Result<TermsContent> Read()
    {
        var content = new TermsContent(
            form("name") ?? "", Seat(), Terms(), form("fund") is null ? null : Fund(), form("body") is null ? null : Body(), Reference(), Contributions());
        return Refusal.Together(_faults) is { } refusal ? refusal : content;
    }

    private PostalAddress? Seat()
    {
        if (form("street") is not { } street || form("town") is not { } town)
        {
            return null;
        }

        return new PostalAddress(street, form("number") ?? "SNC", form("postal-code") ?? "", town, form("province")?.ToUpperInvariant());
    }

    private ContractTerms Terms() => sheet.Terms with
    {
        Programme = form("programme"),
        Objectives = [.. Objectives()],
        MeansOfPursuit = form("means"),
        RightsAndDuties = form("duties"),
        DurationYears = Number("duration"),
        RenewalYears = Number("renewal"),
        MinimumParticipants = Number("minimum") ?? 2,
        AccessionRules = form("accession"),
        OpenAccession = form("open-accession") is not null,
        NoticeMonths = Number("notice"),
        DecisionPercent = Number("decision"),
        ProgrammeChangePercent = Number("change"),
        MeetingEveryMonths = Number("meeting"),
        NonCompete = form("compete-scope") is { } scope ? new NonCompete(scope, Number("compete-months") ?? 0) : null,
        ConfidentialityYears = Number("secrecy") ?? ContractTerms.None.ConfidentialityYears,
        MediationBody = form("mediation"),
        DisputeCourt = form("court"),
        TaxRegistrationPerson = form("registrant"),
        TaxRegistrationTaxCode = form("registrant-code")?.ToUpperInvariant(),
    };

    private IEnumerable<StrategicObjective> Objectives()
    {
        for (var i = 0; i < MostObjectives; i++)
        {
            if (form($"objective-{i}") is { } text)
            {
                yield return new StrategicObjective(text, form($"measure-{i}") ?? "");
            }
        }
    }

    private CommonFund Fund() => new(form("valuation") ?? "", form("fund-rules") ?? "", form("later"), Number("payment") ?? 0);

    private CommonBody Body() => new(form("holder") ?? "", form("powers") ?? "", form("replacement") ?? "", sheet.Body?.RepresentationScope)
    {
        TermYears = Number("term"),
        Represents = form("represents") is not null,
    };

    private ParticipantId? Reference() => Guid.TryParse(form("reference"), out var id) ? new ParticipantId(id) : null;

    private Dictionary<Guid, long> Contributions()
    {
        var cents = new Dictionary<Guid, long>();
        foreach (var party in sheet.Parties)
        {
            if (form(ContributionField(party.Id)) is { } typed)
            {
                if (decimal.TryParse(typed, NumberStyles.Number, CultureInfo.CurrentCulture, out var euros) && euros >= 0)
                {
                    cents[party.Id.Value] = (long)Math.Round(euros * 100);
                }
                else
                {
                    Fault("terms-pages.not-an-amount", ContributionField(party.Id), typed);
                }
            }
        }

        return cents;
    }

    private int? Number(string field)
    {
        if (form(field) is not { } typed)
        {
            return null;
        }

        if (int.TryParse(typed, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault("terms-pages.not-a-number", field, typed);
        return null;
    }

    private void Fault(string code, string field, string typed) => _faults.Add(new Refusal(RefusalKind.Invalid, code, typed) { Field = field });
}

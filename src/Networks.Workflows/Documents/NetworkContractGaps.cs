using Networks.Workflows.Common;

namespace Networks.Workflows.Documents;

/// <summary>One thing that lacks before the draft can be made.</summary>
/// <param name="Code">Stored word, <c>documents.missing-…</c>; also the key of its sentence.</param>
public sealed record MissingField(string Code, params object[] Values)
{
    /// <summary>What lacks and where it comes from, in the current UI language.</summary>
    public string Text => Words.Say(Code, Values);
}

/// <summary>Goes through the contents of a network contract in the order of the law.</summary>
internal static class NetworkContractGaps
{
    private static readonly (string Code, Func<ContractFirm, string?> Value)[] _ofEachFirm =
    [
        ("firm-legal-form", f => f.LegalForm),
        ("firm-seat", f => f.Seat),
        ("firm-tax-code", f => f.TaxCode),
        ("firm-vat-number", f => f.VatNumber),
        ("firm-rea", f => f.ReaNumber),
        ("firm-chamber", f => f.Chamber),
        ("firm-pec", f => f.CertifiedEmail),
        ("firm-representative", f => f.Representative),
        ("firm-representative-tax-code", f => f.RepresentativeTaxCode),
        ("firm-representative-role", f => f.RepresentativeRole),
    ];

    public static IReadOnlyList<MissingField> Of(NetworkContractText text) =>
        [.. Parties(text), .. Programme(text), .. Fund(text), .. Body(text), .. Life(text), .. Closing(text)];

    private static IEnumerable<MissingField> Parties(NetworkContractText text) =>
    [
        .. If(No(text.NetworkName), "network-name"),
        .. If(No(text.NetworkSeat) && (text.LegalPersonality || text.Fund is not null), "network-seat"),
        .. If(text.Firms.Count < 2, "second-firm"),
        .. text.Firms.SelectMany((firm, i) => Firm(firm, i + 1)),
    ];

    private static IEnumerable<MissingField> Firm(ContractFirm firm, int place) =>
    [
        .. If(No(firm.Name), "firm-name", place),
        .. _ofEachFirm.SelectMany(d => If(No(d.Value(firm)), d.Code, No(firm.Name) ? $"{place}" : firm.Name!)),
    ];

    private static IEnumerable<MissingField> Programme(NetworkContractText text) =>
    [
        .. If(No(text.Purpose), "purpose"),
        .. If(text.Objectives.Count == 0, "objectives"),
        .. text.Objectives.SelectMany((o, i) => If(No(o.Text), "objective-text", i + 1).Concat(If(No(o.Measure), "objective-measure", i + 1))),
        .. If(text.Activities.All(No), "activities"),
        .. If(text.Duties.All(No), "duties"),
        .. If(text.FirmDuties.Any(d => No(d.Firm) || No(d.Text)), "firm-duty"),
    ];

    private static IEnumerable<MissingField> Fund(NetworkContractText text) => text.Fund is not { } fund
        ? If(text.LegalPersonality, "fund")
        :
        [
            .. If(fund.Contributions.Count == 0, "contributions"),
            .. fund.Contributions.SelectMany(c =>
                If(No(c.Firm) || c.Cents is null or <= 0 || No(c.Kind) || No(c.Due), "contribution", c.Firm ?? "?")),
            .. If(No(fund.Rules), "fund-rules"),
        ];

    private static IEnumerable<MissingField> Body(NetworkContractText text) => text.Body is not { } body
        ? If(text.LegalPersonality, "body")
        :
        [
            .. If(No(body.Holder), "body-holder"),
            .. If(body.TermYears is null or <= 0, "body-term"),
            .. If(body.Powers.All(No), "body-powers"),
            .. If(No(body.Replacement), "body-replacement"),
        ];

    private static IEnumerable<MissingField> Life(NetworkContractText text) =>
    [
        .. If(text.Duration is not ({ Years: > 0, LastDay: null } or { Years: null, LastDay: not null }), "duration"),
        .. If(No(text.AccessionRequirement), "accession-requirement"),
        .. If(text.MinimumFirms < 2, "minimum-firms"),
        .. If(text.Decisions is not { Percent: >= 0 and <= 100 }, "decisions"),
        .. If(text.ReservedMatters.Any(m => No(m.Matter) || No(m.Quorum)), "reserved-matter"),
        .. If(text.NonCompete is { } pact && (No(pact.Scope) || pact.Months is null or <= 0 or > 60), "non-compete"),
    ];

    private static IEnumerable<MissingField> Closing(NetworkContractText text) =>
    [
        .. If(No(text.ReferenceFirm), "reference-firm"),
        .. If(!No(text.ReferenceFirm) && text.Firms.All(f => f.Name != text.ReferenceFirm), "reference-firm-stranger", text.ReferenceFirm ?? ""),
        .. If(No(text.MediationBody), "mediation-body"),
        .. If(No(text.Court), "court"),
        .. If(No(text.TaxRegistrant), "tax-registrant"),
        .. If(No(text.TaxRegistrantTaxCode), "tax-registrant-tax-code"),
        .. If(text.LegalPersonality && !text.NotarialForm, "notarial-form"),
    ];

    private static bool No(string? value) => string.IsNullOrWhiteSpace(value);

    private static IEnumerable<MissingField> If(bool lacks, string what, params object[] values) =>
        lacks ? [new MissingField("documents.missing-" + what, values)] : [];
}

using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Rules;

/// <summary>Something that the contract must say and does not.</summary>
/// <param name="Letter">a to f of the provision; empty for the kind, on which the rest depends.</param>
/// <param name="Field">Where it is entered: a stored path such as <c>terms.duration</c>.</param>
/// <param name="Code">Key of the sentence.</param>
public sealed record MissingContent(string Letter, string Field, string Code, params object[] Values)
{
    public string Text => Words.Say(Code, Values);
}

/// <summary>The contents that a network contract must have, letters a) to f).</summary>
/// <remarks>
/// Law: D.L. 5/2009 art. 3 co. 4-ter, letters a) to f). They are requirements for entry in the register. Sources S01, S02,
/// S03, S13.
/// </remarks>
public static class MandatoryContents
{
    public static LegalRule Rule { get; } = new(
        "mandatory-contents",
        1,
        null,
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter, lett. a)-f)",
        ["S01", "S02", "S03", "S13"],
        ToVerify: true,
        MandatoryContentsExamples.All);

    /// <summary>Everything that is missing, in the order of the letters; empty when a draft can be made.</summary>
    public static IReadOnlyList<MissingContent> Missing(ContractFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. When(facts.Kind is null, "", "kind", "rules.missing-kind"),
            .. Identities(facts),
            .. Objectives(facts.Terms.Objectives),
            .. Programme(facts),
            .. When(facts.Terms.DurationYears is null or < 1, "d", "terms.duration", "rules.missing-duration"),
            .. Text(facts.Terms.AccessionRules, "d", "terms.accession-rules", "rules.missing-accession-rules"),
            .. Body(facts),
            .. When(facts.Terms.DecisionPercent is null, "f", "terms.decision-rule", "rules.missing-decision-rule"),
        ];
    }

    /// <summary>What the contract may leave out and should not: the law has no default for it.</summary>
    public static IReadOnlyList<RuleFinding> Silences(ContractTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (bool Silent, string Code)[] clauses =
        [
            (terms.NoticeMonths is null, "rules.silent-withdrawal"),
            (terms.NonCompete is null, "rules.silent-non-compete"),
            (string.IsNullOrWhiteSpace(terms.DisputeCourt), "rules.silent-disputes"),
        ];
        return [.. clauses.Where(c => c.Silent).Select(c => new RuleFinding(Rule.Id, FindingLevel.Warning, c.Code))];
    }

    private static IEnumerable<MissingContent> Identities(ContractFacts facts)
    {
        var named = facts.Fund is not null || facts.Kind == NetworkKind.LegalEntity;
        return
        [
            .. When(facts.Participants.Count == 0, "a", "participants", "rules.missing-participants"),
            .. facts.Participants.SelectMany((p, i) => Identity(p, i + 1)),
            .. named ? Text(facts.NetworkName, "a", "network.name", "rules.missing-network-name") : [],
            .. When(named && facts.NetworkSeat is null, "a", "network.seat", "rules.missing-network-seat"),
        ];
    }

    private static IEnumerable<MissingContent> Identity(ParticipantFacts participant, int number)
    {
        object name = string.IsNullOrWhiteSpace(participant.Name) ? $"n. {number}" : participant.Name;
        return
        [
            .. Text(participant.Name, "a", $"participants.{number}.name", "rules.missing-participant-name", number),
            .. Text(participant.TaxCode, "a", $"participants.{number}.tax-code", "rules.missing-participant-tax-code", name),
            .. When(participant.Seat is null, "a", $"participants.{number}.seat", "rules.missing-participant-seat", name),
            .. Text(participant.Representative, "a", $"participants.{number}.representative", "rules.missing-participant-representative", name),
        ];
    }

    private static IEnumerable<MissingContent> Objectives(IReadOnlyList<StrategicObjective> objectives) =>
    [
        .. When(objectives.Count == 0, "b", "terms.objectives", "rules.missing-objectives"),
        .. objectives.SelectMany((o, i) => Text(o.Text, "b", $"terms.objectives.{i + 1}.text", "rules.missing-objective-text", i + 1)),
        .. objectives.SelectMany((o, i) => Text(o.Measure, "b", $"terms.objectives.{i + 1}.measure", "rules.missing-objective-measure", i + 1)),
    ];

    private static IEnumerable<MissingContent> Programme(ContractFacts facts) =>
    [
        .. Text(facts.Terms.Programme, "c", "terms.programme", "rules.missing-programme"),
        .. Text(facts.Terms.RightsAndDuties, "c", "terms.rights-and-duties", "rules.missing-rights-and-duties"),
        .. Text(facts.Terms.MeansOfPursuit, "c", "terms.means-of-pursuit", "rules.missing-means-of-pursuit"),
        .. When(facts is { Kind: NetworkKind.LegalEntity, Fund: null }, "c", "fund", "rules.missing-fund"),
        .. facts.Fund is { } fund ? Fund(fund, facts.Participants) : [],
    ];

    private static IEnumerable<MissingContent> Fund(CommonFund fund, IReadOnlyList<ParticipantFacts> participants) =>
    [
        .. Text(fund.Valuation, "c", "fund.valuation", "rules.missing-fund-valuation"),
        .. Text(fund.ManagementRules, "c", "fund.management-rules", "rules.missing-fund-rules"),
        .. participants.SelectMany((p, i) => When(
            p.ContributionCents is null or < 0, "c", $"participants.{i + 1}.contribution", "rules.missing-contribution", p.Name ?? $"n. {i + 1}")),
    ];

    private static IEnumerable<MissingContent> Body(ContractFacts facts) => facts.Body is { } body
        ?
        [
            .. Text(body.Holder, "e", "body.holder", "rules.missing-body-holder"),
            .. Text(body.Powers, "e", "body.powers", "rules.missing-body-powers"),
            .. Text(body.ReplacementRule, "e", "body.replacement-rule", "rules.missing-body-replacement"),
        ]
        : When(facts.Kind == NetworkKind.LegalEntity, "e", "body", "rules.missing-body");

    private static IEnumerable<MissingContent> Text(string? text, string letter, string field, string code, params object[] values) =>
        When(string.IsNullOrWhiteSpace(text), letter, field, code, values);

    private static IEnumerable<MissingContent> When(bool missing, string letter, string field, string code, params object[] values) =>
        missing ? [new(letter, field, code, values)] : [];
}

using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;

namespace Networks.Workflows.Rules;

/// <summary>Worked cases of the mandatory contents, on two invented firms.</summary>
internal static class MandatoryContentsExamples
{
    internal static IReadOnlyList<RuleExample> All { get; } =
    [
        new("Contractual, complete, no fund, no body", "none", () => Said(Complete)),
        new("Contractual, nothing entered",
            "a:participants b:terms.objectives c:terms.programme c:terms.rights-and-duties c:terms.means-of-pursuit d:terms.duration d:terms.accession-rules f:terms.decision-rule",
            () => Said(new() { Kind = NetworkKind.Contractual })),
        new("Contractual, fund without seat and contributions", "a:network.seat c:participants.1.contribution c:participants.2.contribution",
            () => Said(Complete with { NetworkName = "Rete Alfa", Fund = Fund })),
        new("LegalEntity without name, seat, fund and body", "a:network.name a:network.seat c:fund e:body",
            () => Said(Complete with { Kind = NetworkKind.LegalEntity })),
        new("Contractual, body without replacement rule", "e:body.replacement-rule",
            () => Said(Complete with { Body = new("Anna Neri", "ordinary management", "", null) })),
        new("Contractual, objective without measure", "b:terms.objectives.1.measure",
            () => Said(Complete with { Terms = Terms with { Objectives = [new("lower the energy bill", "")] } })),
    ];

    private static CommonFund Fund => new("in money", "one account, two signatures", null, 30);

    private static ContractTerms Terms => new()
    {
        Objectives = [new("lower the energy bill", "kWh per tonne, every year")],
        Programme = "joint purchase of energy",
        RightsAndDuties = "each reports its consumption",
        MeansOfPursuit = "one buyer for all",
        DurationYears = 5,
        AccessionRules = "with the consent of all",
        DecisionPercent = 0,
    };

    private static ContractFacts Complete => new()
    {
        Kind = NetworkKind.Contractual,
        Terms = Terms,
        Participants = [Participant("Alfa S.r.l.", "12345670157"), Participant("Beta S.n.c.", "00743110157")],
    };

    private static ParticipantFacts Participant(string name, string taxCode) =>
        new(name, taxCode, new PostalAddress("via Roma", "1", "23900", "Lecco", "LC"), "Anna Neri", null);

    private static string Said(ContractFacts facts)
    {
        var missing = MandatoryContents.Missing(facts);
        return missing.Count == 0 ? "none" : string.Join(' ', missing.Select(m => $"{m.Letter}:{m.Field}"));
    }
}

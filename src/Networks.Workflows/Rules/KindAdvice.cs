using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Rules;

/// <summary>The three questions that lead to a kind of network.</summary>
/// <param name="ActsInItsOwnName">Shall the network invoice, employ or sign contracts in its own name?</param>
/// <param name="HasProfessionals">Does a professional without entry in the business register take part?</param>
/// <param name="AcceptsBurdens">Do the firms accept fund, common body, notary and a statement every year?</param>
public sealed record KindAnswers(bool ActsInItsOwnName, bool HasProfessionals, bool AcceptsBurdens);

/// <param name="Reason">Why this kind.</param>
/// <param name="Warning">What the answers leave open; null when they agree.</param>
public sealed record AdvisedKind(NetworkKind Kind, RuleFinding Reason, RuleFinding? Warning);

/// <summary>Suggests a kind; the firms decide, except where professionals leave no choice.</summary>
/// <remarks>Law: D.L. 5/2009 art. 3 co. 4-ter and 4-quater; L. 81/2017 art. 12 co. 3. Sources S02, S13, S16, S21.</remarks>
public static class KindAdvice
{
    public static LegalRule Rule { get; } = new(
        "kind-advice",
        1,
        new DateOnly(2018, 7, 30),
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter e 4-quater; L. 22 maggio 2017, n. 81, art. 12, co. 3",
        ["S02", "S13", "S16", "S21"],
        ToVerify: false,
        [
            new("own name no, professionals no, burdens no", "Contractual rules.kind-light", () => Said(false, false, false)),
            new("own name yes, professionals no, burdens yes", "LegalEntity rules.kind-own-name", () => Said(true, false, true)),
            new("own name yes, professionals no, burdens no", "Contractual rules.kind-light rules.kind-no-own-name",
                () => Said(true, false, false)),
            new("own name no, professionals yes, burdens yes", "LegalEntity rules.kind-professionals", () => Said(false, true, true)),
            new("own name no, professionals yes, burdens no", "LegalEntity rules.kind-professionals rules.kind-burdens-refused",
                () => Said(false, true, false)),
        ]);

    /// <summary>Keys of the three questions, in the order in which they are asked.</summary>
    public static IReadOnlyList<string> Questions { get; } =
        ["rules.question-own-name", "rules.question-professionals", "rules.question-burdens"];

    public static AdvisedKind For(KindAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers switch
        {
            { HasProfessionals: true } => new(
                NetworkKind.LegalEntity,
                Finding(FindingLevel.Note, "rules.kind-professionals"),
                answers.AcceptsBurdens ? null : Finding(FindingLevel.Warning, "rules.kind-burdens-refused")),
            { ActsInItsOwnName: true, AcceptsBurdens: true } => new(
                NetworkKind.LegalEntity, Finding(FindingLevel.Note, "rules.kind-own-name"), null),
            _ => new(
                NetworkKind.Contractual,
                Finding(FindingLevel.Note, "rules.kind-light"),
                answers.ActsInItsOwnName ? Finding(FindingLevel.Warning, "rules.kind-no-own-name") : null),
        };
    }

    private static RuleFinding Finding(FindingLevel level, string code) => new(Rule.Id, level, code);

    private static string Said(bool ownName, bool professionals, bool burdens)
    {
        var advised = For(new(ownName, professionals, burdens));
        return $"{advised.Kind} {advised.Reason.Code} {advised.Warning?.Code}".TrimEnd();
    }
}

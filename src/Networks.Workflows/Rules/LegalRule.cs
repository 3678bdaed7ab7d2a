using Networks.Workflows.Common;

namespace Networks.Workflows.Rules;

/// <summary>What the product takes for law in one place: where it is written, and examples that can be run.</summary>
/// <param name="Id">Stored word, such as <c>effect-date</c>.</param>
/// <param name="Version">Raised when the answer to any input changes.</param>
/// <param name="ValidFrom">First day on which this version holds; null means since the statute of 2009.</param>
/// <param name="Citation">The provision, as Italian lawyers cite it.</param>
/// <param name="SourceIds">What was read, as listed in docs/law/sources.md.</param>
/// <param name="ToVerify">Part of it rests on memory or on commentators; it is shown with a mark.</param>
public sealed record LegalRule(
    string Id,
    int Version,
    DateOnly? ValidFrom,
    string Citation,
    IReadOnlyList<string> SourceIds,
    bool ToVerify,
    IReadOnlyList<RuleExample> Examples)
{
    /// <summary>What the rule is about, in the current UI language.</summary>
    public string Title => Words.Say($"rules.title-{Id}");
}

/// <summary>A worked case: the facts in short, the answer that a lawyer expects, and the rule's own answer.</summary>
/// <param name="Run">The answer as text: ISO dates, cents, names of enum members, separated by blanks.</param>
public sealed record RuleExample(string Given, string Expected, Func<string> Run);

/// <summary>What came out of one example.</summary>
public sealed record ExampleOutcome(string RuleId, string Given, string Expected, string Actual)
{
    public bool Passed => Expected == Actual;
}

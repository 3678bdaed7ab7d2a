using Networks.Workflows.Common;

namespace Networks.Workflows.Rules;

/// <summary>How much a finding weighs.</summary>
public enum FindingLevel
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>A person should look before going on.</summary>
    Warning,

    /// <summary>It cannot go on so.</summary>
    Refusal,
}

/// <summary>What a rule says about some facts, with the reason as a sentence.</summary>
/// <param name="RuleId">The rule that says so; its citation stands in the catalogue.</param>
/// <param name="Code">Key of the sentence.</param>
/// <param name="Values">Values of the sentence, in the order of its placeholders.</param>
public sealed record RuleFinding(string RuleId, FindingLevel Level, string Code, params object[] Values)
{
    /// <summary>Rests on something that is still to be verified; shown with a mark.</summary>
    public bool ToVerify { get; init; }

    public string Text => Words.Say(Code, Values);
}

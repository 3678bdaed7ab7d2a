using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.Health;

/// <summary>What is the matter.</summary>
public enum HealthMatter
{
    Missing,
    Expired,
    Wrong,
}

/// <summary>One thing that is not as it should be, in words, with where it is written that it should.</summary>
/// <param name="Code">Key of the sentence after <c>incubation.health-</c>.</param>
/// <param name="Source">The provision, or the contract, or the register.</param>
public sealed record HealthFinding(HealthMatter Matter, string Code, string Source, params object[] Values)
{
    public string Text => Words.Say($"incubation.health-{Code}", Values);

    public string Kind => Words.Say($"incubation.matter-{Matter}");
}

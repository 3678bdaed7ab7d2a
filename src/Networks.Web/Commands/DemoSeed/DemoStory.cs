namespace Networks.Web.Commands.DemoSeed;

/// <summary>The networks of the demo and what happened to each, in days before the demo's day.</summary>
internal static class DemoStory
{
    /// <summary>Every act in the order of its day.</summary>
    public static IReadOnlyList<DemoAct> ActsUntil(DateOnly asOf) => [];
}

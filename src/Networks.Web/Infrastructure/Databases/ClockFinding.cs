using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Databases;

/// <summary>Two clocks that disagree: nodes on them would fire deadlines early, and facts would be dated out of order.</summary>
internal static class ClockFinding
{
    /// <summary>What two clocks that are kept by the network's time never reach.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <param name="skew">Positive when the database server is ahead.</param>
    /// <returns>The sentence, or null within the tolerance.</returns>
    public static string? Of(TimeSpan? skew) => skew is { } apart && apart.Duration() > Tolerance
        ? Words.Say(apart > TimeSpan.Zero ? "check.clock-behind" : "check.clock-ahead", Math.Round(apart.Duration().TotalSeconds, 1))
        : null;
}

using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Web.Monitoring.ShowRegion;

/// <summary>How the picture says its states, its counts and its causes.</summary>
internal static class RegionWords
{
    public static string Of(RegionState state) => state switch
    {
        RegionState.InEffect => Words.Say("region-pages.in-effect"),
        RegionState.Closed => Words.Say("region-pages.closed"),
        _ => Words.Say($"casework.phase-{state}"),
    };

    /// <summary>A count, or the word for one that is kept back.</summary>
    public static string Of(int? count) => count is { } told ? $"{told:N0}" : Words.Say("region-pages.hidden");

    /// <summary>Who could end the waiting, and with what.</summary>
    public static string Of(Cause cause) => cause.Task is { } task
        ? Words.Say(cause.Parties > 1 ? "region-pages.cause-many" : "region-pages.cause", Words.Say($"casework.party-{cause.Party}"), Words.Say($"procedure.{task}"), cause.Since, cause.Parties)
        : Words.Say("region-pages.cause-resting", cause.Since);
}

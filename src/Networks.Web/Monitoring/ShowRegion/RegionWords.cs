using Networks.Web.Components;
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

    /// <summary>Who could end the waiting, and with what.</summary>
    public static string Of(Cause cause) => cause.Task is { } task
        ? Words.Say(cause.Parties.From > 1 ? "region-pages.cause-many" : "region-pages.cause", Words.Say($"casework.party-{cause.Party}"), Words.Say($"procedure.{task}"), cause.Since, CountWords.Of(cause.Parties))
        : Words.Say("region-pages.cause-resting", cause.Since);
}

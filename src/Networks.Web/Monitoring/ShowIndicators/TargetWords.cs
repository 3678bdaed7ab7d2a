using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ShowIndicators;

namespace Networks.Web.Monitoring.ShowIndicators;

/// <summary>A target in words, for the page and the report.</summary>
internal static class TargetWords
{
    public static string Promise(TargetProgress target) => Words.Say(target.IsMost ? "region-pages.target-most" : "region-pages.target-least", target.Target);

    public static string State(TargetProgress target) => target.State switch
    {
        TargetState.Unknown => Words.Say("region-pages.target-unknown"),
        TargetState.NotYet => Words.Say("region-pages.target-not-yet", target.Target - target.Value!.Value),
        TargetState.Reached => Words.Say("region-pages.target-reached"),
        TargetState.Missed => Words.Say("region-pages.target-missed", target.Target - target.Value!.Value),
        TargetState.Within => Words.Say("region-pages.target-within"),
        TargetState.Exceeded => Words.Say("region-pages.target-exceeded", target.Value!.Value - target.Target),
    };
}

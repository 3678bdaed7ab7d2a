using System.Globalization;
using Networks.Data.Discovery;
using Networks.Web.Components;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.ListNeeds;

namespace Networks.Web.Discovery.ListNeeds;

/// <summary>How a need is told on its pages.</summary>
internal static class NeedWords
{
    public static string State(NeedRow row) =>
        row.Ending is { } ending ? Words.Say($"discovery-pages.need-{ending}")
        : row.Mine ? Words.Say("discovery-pages.need-answers", row.Answers, row.Asked, row.FirmsNamed)
        : Words.Say(row.Answered ? "discovery-pages.need-answered-here" : "discovery-pages.need-to-answer");

    public static TagState TagOf(NeedRow row) => row switch
    {
        { Ending: NeedEnding.Found } => TagState.Done,
        { Ending: not null } => TagState.None,
        { Mine: true, FirmsNamed: > 0 } or { Mine: false, Answered: true } => TagState.Partly,
        _ => TagState.Open,
    };

    public static string About(NeedRow row) => Words.Say(
        row.Ending is null ? "discovery-pages.need-about" : "discovery-pages.need-about-over",
        row.Network ?? row.AskingDesk, Day(row.SentOn), Day(row.ClosedOn ?? row.LastDay));

    public static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.CurrentCulture);
}

using System.Globalization;
using Networks.Data.Discovery;
using Networks.Web.Components;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.ListIntroductions;

namespace Networks.Web.Discovery.ListIntroductions;

/// <summary>Where an introduction stands, up to joining.</summary>
internal static class IntroductionWords
{
    public static string State(IntroductionRow row) => row switch
    {
        { Outcome: { } outcome } => Words.Say($"discovery-pages.outcome-{outcome}"),
        { Meeting: MeetingStatus.Fixed, MeetsAt: { } at } => Words.Say("discovery-pages.meets-on", BusinessCalendar.DayOf(at).ToString("d MMMM", CultureInfo.CurrentCulture)),
        { Meeting: MeetingStatus.Proposed } => Words.Say("discovery-pages.meeting-Proposed"),
        { Meeting: MeetingStatus.Held } => Words.Say("discovery-pages.meeting-Held"),
        _ => Words.Say($"discovery-pages.introduction-{row.Status}"),
    };

    public static TagState TagOf(IntroductionRow row) => row.Outcome switch
    {
        IntroductionOutcome.Joins => TagState.Done,
        IntroductionOutcome.DoesNotJoin => TagState.No,
        null => ListIntroductionsPage.StateOf(row.Status),
    };
}

using Networks.Data.Filings;
using Networks.Web.Components;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Common;

namespace Networks.Web.Casework.ShowCase;

/// <summary>Shape and word of a firm's states.</summary>
internal static class FirmWords
{
    public static TagState TagOf(TextState state) => state switch
    {
        TextState.NotAsked => TagState.None,
        TextState.Silent => TagState.Open,
        TextState.Current => TagState.Done,
        TextState.Earlier or TextState.WantsToTalk => TagState.Partly,
        TextState.Objects => TagState.No,
    };

    public static string Text(FirmLine line) => line.Text switch
    {
        TextState.NotAsked => Words.Say("case-pages.text-not-asked"),
        TextState.Silent => Words.Say("case-pages.text-silent", line.TextVersion!),
        TextState.Current => Words.Say("case-pages.text-current", line.TextVersion!),
        TextState.Earlier => Words.Say("case-pages.text-earlier", line.TextVersion!),
        TextState.WantsToTalk => Words.Say("case-pages.text-talk"),
        TextState.Objects => line.Clause is null ? Words.Say("case-pages.text-objects") : Words.Say("case-pages.text-objects-to", line.Clause),
    };

    public static TagState TagOf(FilingStatus status) => status switch
    {
        FilingStatus.ToPrepare => TagState.Open,
        FilingStatus.Sent or FilingStatus.Suspended => TagState.Partly,
        FilingStatus.Entered => TagState.Done,
        FilingStatus.Rejected => TagState.No,
    };

    public static string Text(FilingLine filing) => filing.Day is { } day
        ? Words.Say($"case-pages.filing-{filing.Status}-on", day)
        : Words.Say($"case-pages.filing-{filing.Status}");
}

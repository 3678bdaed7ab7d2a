using System.Globalization;
using Networks.Data.Filings;
using Networks.Data.Work;
using Networks.Web.Components;
using Networks.Workflows.Common;
using Networks.Workflows.FollowUp.ShowDuty;
using Networks.Workflows.Registration.ShowFilings;

namespace Networks.Web.Registration;

/// <summary>Words and shapes that the registration pages share.</summary>
internal static class RegistrationWords
{
    public static TagState Tag(FilingStatus status) => status switch
    {
        FilingStatus.ToPrepare => TagState.Open,
        FilingStatus.Sent => TagState.Partly,
        FilingStatus.Suspended => TagState.No,
        FilingStatus.Entered => TagState.Done,
        FilingStatus.Rejected => TagState.No,
    };

    /// <summary>The state in one word, with its day or reason.</summary>
    public static string State(FilingRow row) => State(row.Status, row.EnteredOn ?? row.SentOn, row.ReasonWord, row.ReasonWords);

    /// <summary>The same of a filing that fulfils a duty.</summary>
    public static string State(DutyFiling filing) => State(filing.Status, filing.EnteredOn ?? filing.SentOn, filing.ReasonWord, filing.ReasonWords);

    /// <param name="on">Of the sending or the entry; null before it is sent.</param>
    /// <param name="reason">Stored word; null where the chamber did not send it back, or where its place is too small for it.</param>
    /// <param name="words">The chamber's own; null when none.</param>
    public static string State(FilingStatus status, DateOnly? on, string? reason = null, string? words = null) => status switch
    {
        FilingStatus.ToPrepare => Words.Say("registration-pages.state-to-prepare"),
        FilingStatus.Sent => Words.Say("registration-pages.state-sent", on!.Value),
        FilingStatus.Suspended => Words.Say("registration-pages.state-suspended", Reason(reason, words)),
        FilingStatus.Entered => Words.Say("registration-pages.state-entered", on!.Value),
        FilingStatus.Rejected => Words.Say("registration-pages.state-rejected", Reason(reason, words)),
    };

    /// <summary>Whose turn it is, and for how many working days; null when nothing is open.</summary>
    public static string? Turn(FilingRow row) => (row.WaitsFor, row.WaitingDays) switch
    {
        (null, _) or (_, null) => null,
        (WaitsFor.Chamber, var days) => Words.Say("registration-pages.turn-chamber", days.Value),
        (_, var days) => Words.Say("registration-pages.turn-desk", row.Desk, days.Value),
    };

    public static string Euro(long cents) => (cents / 100m).ToString("N2", CultureInfo.CurrentCulture) + " €";

    private static string Reason(string? key, string? words)
    {
        var word = key is not null ? Words.Say($"registration.reason-{key}") : "–";
        return words is null ? word : $"{word}, {words}";
    }
}

using System.Globalization;
using Networks.Data.Filings;
using Networks.Data.Work;
using Networks.Web.Components;
using Networks.Workflows.Common;
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
    public static string State(FilingRow row) => row.Status switch
    {
        FilingStatus.ToPrepare => Words.Say("registration-pages.state-to-prepare"),
        FilingStatus.Sent => Words.Say("registration-pages.state-sent", row.SentOn!.Value),
        FilingStatus.Suspended => Words.Say("registration-pages.state-suspended", Reason(row)),
        FilingStatus.Entered => Words.Say("registration-pages.state-entered", row.EnteredOn!.Value),
        FilingStatus.Rejected => Words.Say("registration-pages.state-rejected", Reason(row)),
    };

    /// <summary>Whose turn it is, and for how many working days; null when nothing is open.</summary>
    public static string? Turn(FilingRow row) => (row.WaitsFor, row.WaitingDays) switch
    {
        (null, _) or (_, null) => null,
        (WaitsFor.Chamber, var days) => Words.Say("registration-pages.turn-chamber", days.Value),
        (_, var days) => Words.Say("registration-pages.turn-desk", row.Desk, days.Value),
    };

    public static string Euro(long cents) => (cents / 100m).ToString("N2", CultureInfo.CurrentCulture) + " €";

    private static string Reason(FilingRow row)
    {
        var word = row.ReasonWord is { } key ? Words.Say($"registration.reason-{key}") : "–";
        return row.ReasonWords is { } words ? $"{word}, {words}" : word;
    }
}

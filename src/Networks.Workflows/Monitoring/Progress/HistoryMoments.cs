using System.Globalization;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Monitoring.Progress;

/// <summary>Which rows of a history count for the lead's numbers, and as what.</summary>
internal static class HistoryMoments
{
    private const string Opened = "intake.case-opened";
    private const string Confirmed = "registration.effect-confirmed";
    private const string Closed = "casework.closed";
    private const string Undone = "casework.undone";
    private const string Corrected = "casework.fact-corrected";

    private static readonly string[] _deeds = ["signing.deed-made", "signing.deed-recorded"];

    // A proposal that was withdrawn or declined is no departure: that firm never took part. None of these acts can be undone.
    private static readonly string[] _departures = ["intake.firm-removed", "drafting.went-on-without", "changes.firm-left"];

    /// <summary>Names of the rows that may count.</summary>
    public static readonly IReadOnlyList<string> Names = [Opened, PhaseEntered.Name, .. _deeds, Confirmed, LegalEffect.MovedEvent, Closed, LegalEnd.EndedEvent, Undone, .. _departures, Corrected];

    /// <returns>Null for a row that does not count.</returns>
    public static Moment? Of(string name, DateOnly on, DateTimeOffset recordedAt, IReadOnlyDictionary<string, string> facts)
    {
        var known = recordedAt.ToUnixTimeMilliseconds();
        return name switch
        {
            Corrected => facts.TryGetValue("what", out var what) && KindOf(what) is { } kind ? new Moment(kind, default, on, known) : null,
            PhaseEntered.Name => PhaseEntered.Of(facts) is { } phase ? new Moment(MomentKind.Phase, phase, on, known) : null,
            LegalEffect.MovedEvent => new Moment(MomentKind.Effect, default, DateOnly.ParseExact(facts["to"], "O", CultureInfo.InvariantCulture), known),
            Confirmed => new Moment(MomentKind.Effect, default, on, known),
            Closed or LegalEnd.EndedEvent => new Moment(MomentKind.Closed, default, on, known),
            Undone => new Moment(MomentKind.Undone, default, on, known),
            _ => KindOf(name) is { } kind ? new Moment(kind, default, on, known) : null,
        };
    }

    // What a correction may be of.
    private static MomentKind? KindOf(string name) =>
        name == Opened ? MomentKind.Opened : Array.IndexOf(_deeds, name) >= 0 ? MomentKind.Deed
        : Array.IndexOf(_departures, name) >= 0 ? MomentKind.Left : null;
}

using Networks.Data.History;

namespace Networks.Workflows.Casework.CorrectFact;

/// <summary>What in a case's state a row of the history has set.</summary>
internal enum FactKind
{
    /// <summary>Nothing but its own day.</summary>
    DayOnly,

    Opening,

    Deed,

    FilingSent,

    FilingEntered,
}

internal static class FactKinds
{
    private static readonly Dictionary<string, FactKind> _byName = new(StringComparer.Ordinal)
    {
        ["intake.case-opened"] = FactKind.Opening,
        ["signing.deed-made"] = FactKind.Deed,
        ["signing.deed-recorded"] = FactKind.Deed,
        ["registration.filing-sent"] = FactKind.FilingSent,
        ["registration.filing-entered"] = FactKind.FilingEntered,
        ["registration.statement-sent"] = FactKind.FilingSent,
        ["registration.statement-entered"] = FactKind.FilingEntered,
    };

    // What was computed or planned here has no day of its own, and a correction is corrected at the row that it corrects.
    private static readonly string[] _notFacts =
        ["engine.", "registration.effect-", CaseworkEvents.Corrected, CaseworkEvents.RemarkKept, CaseworkEvents.Closed,
            CaseworkEvents.StepPlanned, CaseworkEvents.StepDone, CaseworkEvents.StepReopened];

    /// <summary>Only what a person wrote down can be on a wrong day: the service and a firm's own act were there when it happened.</summary>
    public static bool CanCorrect(CaseEvent row) =>
        row.Actor == ActorKind.Officer && !Array.Exists(_notFacts, n => row.Name.StartsWith(n, StringComparison.Ordinal));

    public static FactKind Of(CaseEvent row) => _byName.GetValueOrDefault(row.Name);

    /// <summary>The filing that the row is about; null where it names none.</summary>
    public static Guid? FilingOf(CaseEvent row) =>
        row.Facts.TryGetValue("filing", out var id) && Guid.TryParse(id, out var filing) ? filing : null;
}

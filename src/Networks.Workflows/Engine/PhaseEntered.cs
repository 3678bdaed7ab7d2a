using Networks.Data.Cases;
using Networks.Data.History;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine;

/// <summary>The row of the history that says where on its path a case now is; every time spent in a phase is read from these.</summary>
internal static class PhaseEntered
{
    public const string Name = "engine.phase-entered";

    private const string Phase = "phase";

    public static void Record(CaseHistory history, Case @case, DateOnly on) =>
        history.Record(@case, Name, on, new Dictionary<string, string> { [Phase] = @case.Phase.ToString() });

    /// <returns>Null for a row of another kind.</returns>
    public static CasePhase? Of(CaseEvent row) => Of(row.Facts);

    public static CasePhase? Of(IReadOnlyDictionary<string, string> facts) =>
        facts.TryGetValue(Phase, out var word) && Enum.TryParse<CasePhase>(word, out var phase) ? phase : null;
}

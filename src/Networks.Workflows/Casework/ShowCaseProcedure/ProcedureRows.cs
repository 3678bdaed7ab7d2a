using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Diagrams;

namespace Networks.Workflows.Casework.ShowCaseProcedure;

/// <summary>The picture as a table: what is done by whom, in the order of the procedure.</summary>
internal static class ProcedureRows
{
    public static IReadOnlyList<ProcedureRow> Of(ProcessDefinition definition, IReadOnlyDictionary<string, StepStanding> standing) =>
    [
        .. from step in definition.Root.SelfAndBelow()
           where step is TaskStep or AutomaticStep or WaitStep
           let at = standing[step.Path]

           // What only a fact opens is worth a line once it was there.
           where !step.IsAside || at.Of > 0
           select new ProcedureRow(
               PhaseOf(step) is { } phase ? StepNames.Of(phase) : "", StepNames.Of(step), StepNames.Of(step is TaskStep task ? Layout.LaneOf(task) : Lane.Service),
               at.State, StepNames.Of(at), at.Day),
    ];

    public static string Sentence(IReadOnlyList<ProcedureRow> rows)
    {
        var here = rows.Where(r => r.State == StepState.Here).Select(r => $"«{r.Step}»").Distinct().ToList();
        return Words.Say(
            here.Count > 0 ? "procedure.sentence" : "procedure.sentence-ended",
            rows.Count(r => r.State == StepState.Done), string.Join(", ", here), rows.Count(r => r.State == StepState.ToCome));
    }

    private static PhaseStep? PhaseOf(Step step)
    {
        for (var at = step.Parent; at is not null; at = at.Parent)
        {
            if (at is PhaseStep phase)
            {
                return phase;
            }
        }

        return null;
    }
}

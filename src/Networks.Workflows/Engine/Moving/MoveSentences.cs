using Networks.Workflows.Common;
using Networks.Workflows.Engine.Diagrams;

namespace Networks.Workflows.Engine.Moving;

/// <summary>A report in the reader's language: one sentence for each kind and step, whoever it is about in brackets.</summary>
internal static class MoveSentences
{
    /// <param name="withNames">Otherwise only how many.</param>
    public static IReadOnlyList<string> Of(MoveReport report, bool withNames)
    {
        var lines = report.Effects
            .GroupBy(e => (e.Kind, e.Step, e.Day))
            .Select(g => Words.Say($"moving.effect-{g.Key.Kind}", StepNames.Of(g.Key.Step), About([.. g], withNames), g.Key.Day ?? default, g.Count()))
            .Distinct().ToList();
        if (!report.Effects.Any(e => e.Kind == MoveEffectKind.Mail))
        {
            lines.Add(Words.Say("moving.no-mail"));
        }

        return lines;
    }

    private static string About(IReadOnlyList<MoveEffect> effects, bool withNames)
    {
        var names = effects.Select(e => e.About).OfType<SubjectName>().Select(n => n.Said).ToList();
        return names.Count == 0 ? "" : withNames ? $" ({string.Join(", ", names)})" : $" ({names.Count})";
    }
}

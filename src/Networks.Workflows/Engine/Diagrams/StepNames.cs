using System.Globalization;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Diagrams;

/// <summary>What people call the steps of a definition, in their language: <c>procedure.&lt;stored word&gt;</c>.</summary>
internal static class StepNames
{
    public static string Yes => Words.Say("procedure.yes");

    public static string No => Words.Say("procedure.no");

    public static string LastDay => Words.Say("procedure.last-day");

    public static string Title(ProcessDefinition definition) => Words.Say("procedure.title", Of(definition.Name), definition.Version);

    public static string Description(Drawing drawing) => drawing.Standing.Count > 0 ? Words.Say("procedure.description-case") : Words.Say("procedure.description", string.Join(", ", drawing.Phases.Select(p => p.Name)));

    public static string Of(Lane lane) => Of($"lane-{lane.ToString().ToLowerInvariant()}");

    /// <summary>"In corso, 2 di 4".</summary>
    public static string Of(StepStanding standing) => standing.Of > 1
        ? Words.Say("procedure.state-counted", Of(standing.State), standing.Done, standing.Of)
        : Of(standing.State);

    public static string Of(StepState state) => Words.Say($"procedure.state-{state}");

    public static string Of(Step step) => Of(step.Name);

    /// <summary>A step that has no words yet keeps its stored word, so that a newer version can be drawn before it is translated.</summary>
    public static string Of(string word) =>
        Words.Has(CultureInfo.CurrentUICulture, $"procedure.{word}") ? Words.Say($"procedure.{word}") : word;

    /// <summary>As the definition's outline says it: reminders, join, reactions.</summary>
    public static string NoteOf(Step step) => string.Join("; ", [step.Describe(), .. step.Reactions.Select(r => $"on {r.Signal}: {r.Kind}")]);
}

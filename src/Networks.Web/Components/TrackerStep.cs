namespace Networks.Web.Components;

/// <summary>One step of the way of a case.</summary>
/// <param name="Note">A date or a count under the label; null for none.</param>
public sealed record TrackerStep(string Label, StepPlace Place, string? Note = null);

/// <summary>Where a step stands.</summary>
public enum StepPlace
{
    Done,
    Here,
    Ahead,
}

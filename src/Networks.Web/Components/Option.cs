namespace Networks.Web.Components;

/// <summary>One answer that can be chosen.</summary>
/// <param name="Value">Stored word that the form sends.</param>
/// <param name="Label">As the person reads it.</param>
/// <param name="Hint">What choosing it means; null when the label says it.</param>
public sealed record Option(string Value, string Label, string? Hint = null);

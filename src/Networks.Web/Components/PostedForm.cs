using Networks.Workflows.Common;

namespace Networks.Web.Components;

/// <summary>What the fields inside a form know of it, so that they keep what was typed and show their refusal.</summary>
/// <param name="IsPosted">Whether it is the form that this request posted.</param>
/// <param name="Refusal">Only of the posted form; null while there is none.</param>
public sealed record PostedForm(bool IsPosted, Refusal? Refusal);

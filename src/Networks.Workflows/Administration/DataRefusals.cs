using Networks.Workflows.Common;

namespace Networks.Workflows.Administration;

/// <summary>Every "no" about data that is asked for, erased or exported, each with its sentence in <c>Texts/MyData</c>.</summary>
internal static class DataRefusals
{
    public static readonly Refusal Kind = new(RefusalKind.Invalid, "my-data.kind") { Field = "kind" };
    public static readonly Refusal AskedOn = new(RefusalKind.Invalid, "my-data.asked-on") { Field = "asked" };
    public static readonly Refusal Already = new(RefusalKind.Conflict, "my-data.already");
    public static readonly Refusal Answered = new(RefusalKind.Conflict, "my-data.answered");
    public static readonly Refusal Outcome = new(RefusalKind.Invalid, "my-data.outcome") { Field = "outcome" };
    public static readonly Refusal OutcomeErased = new(RefusalKind.Invalid, "my-data.outcome-erased") { Field = "outcome" };
    public static readonly Refusal Seen = new(RefusalKind.Invalid, "my-data.seen") { Field = "seen" };

    public static readonly Refusal Exporting = new(RefusalKind.Conflict, "my-data.exporting");
    public static readonly Refusal ExportGone = new(RefusalKind.NotFound, "my-data.export-gone");

    /// <param name="networks">References, told one after the other.</param>
    public static Refusal OpenNetwork(string networks) => new(RefusalKind.Conflict, "my-data.open-network", networks);
}

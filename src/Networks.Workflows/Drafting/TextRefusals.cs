using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting;

/// <summary>What drafting says no to. The codes are stored words and keys of their sentences.</summary>
internal static class TextRefusals
{
    public static readonly Refusal AfterDeed = new(RefusalKind.Conflict, "drafting.after-deed");
    public static readonly Refusal Closed = new(RefusalKind.Conflict, "drafting.case-closed");
    public static readonly Refusal RoundWouldClose = new(RefusalKind.Conflict, "drafting.round-would-close") { Field = "supersede" };
    public static readonly Refusal NoTemplate = new(RefusalKind.Unavailable, "drafting.no-template");
    public static readonly Refusal TagsLeft = new(RefusalKind.Invalid, "drafting.tags-left") { Field = "file" };
    public static readonly Refusal TrackedChanges = new(RefusalKind.Invalid, "drafting.tracked-changes") { Field = "file" };

    public static Refusal SameText(int version) => new(RefusalKind.Conflict, "drafting.same-text", version) { Field = "file" };

    public static Refusal TermsMovedOn(string by) => new(RefusalKind.Conflict, "drafting.terms-moved-on", by);
}

using Networks.Data.Cases;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Introductions;

/// <summary>Every expected "no" of an introduction.</summary>
internal static class IntroductionRefusals
{
    /// <summary>The card was made anew, or its firm no longer shows itself: nothing tells which.</summary>
    public static readonly Refusal CardGone = new(RefusalKind.Conflict, "discovery.card-gone");

    public static readonly Refusal AskedAlready = new(RefusalKind.Conflict, "discovery.asked-already");

    public static readonly Refusal Closed = new(RefusalKind.Conflict, "discovery.introduction-closed");

    public static readonly Refusal StillOpen = new(RefusalKind.Conflict, "discovery.introduction-open");

    public static readonly Refusal AnswerMissing = new(RefusalKind.Invalid, "discovery.answer-missing") { Field = "answer" };

    public static readonly Refusal ReasonMissing = new(RefusalKind.Invalid, "discovery.reason-missing") { Field = "reason" };

    public static readonly Refusal MessageMissing = new(RefusalKind.Invalid, "discovery.message-missing") { Field = "message" };

    /// <summary>The firm has no mailbox to which its link could go.</summary>
    public static readonly Refusal NoMailbox = new(RefusalKind.Conflict, "discovery.no-mailbox");

    /// <summary>Null while the case takes firms.</summary>
    public static Refusal? Over(Case @case) =>
        @case.Status == CaseStatus.ClosedWithoutOutcome || @case.DeedOn is not null || @case.Status == CaseStatus.InEffect
            ? new Refusal(RefusalKind.Conflict, "discovery.case-takes-no-firms")
            : null;
}

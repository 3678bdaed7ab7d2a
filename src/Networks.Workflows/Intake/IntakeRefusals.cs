using Networks.Data.Cases;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake;

/// <summary>What the intake says no to. The codes are stored words and keys of their sentences.</summary>
internal static class IntakeRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "common.not-found");
    public static readonly Refusal NotYourFirm = new(RefusalKind.NotAllowed, "intake.not-your-firm");
    public static readonly Refusal NeedMissing = new(RefusalKind.Invalid, "intake.need-missing") { Field = "need" };
    public static readonly Refusal FirmsMissing = new(RefusalKind.Invalid, "intake.firms-missing") { Field = "firms" };
    public static readonly Refusal TooManyFirms = new(RefusalKind.Invalid, "intake.too-many-firms", TypedFirms.AtMost) { Field = "firms" };
    public static readonly Refusal CaseClosed = new(RefusalKind.Conflict, "intake.case-closed");
    public static readonly Refusal JoinsBeforeDeed = new(RefusalKind.Conflict, "intake.joins-before-deed");

    public static readonly Refusal NetworkCloses = new(RefusalKind.Conflict, "intake.network-closes");
    public static readonly Refusal OneFirmAtATime = new(RefusalKind.Invalid, "intake.one-firm-at-a-time") { Field = "firms" };
    public static readonly Refusal LastDayPassed = new(RefusalKind.Invalid, "intake.last-day-passed") { Field = "last-day" };
    public static readonly Refusal JoinsAfterDeed = new(RefusalKind.Conflict, "intake.joins-after-deed");
    public static readonly Refusal LeavesAfterDeed = new(RefusalKind.Conflict, "intake.leaves-after-deed");
    public static readonly Refusal KindAfterDeed = new(RefusalKind.Conflict, "intake.kind-after-deed");
    public static readonly Refusal RoundWouldBeVoid = new(RefusalKind.Conflict, "intake.round-would-be-void") { Field = "repeat" };
    public static readonly Refusal TextWouldChange = new(RefusalKind.Conflict, "intake.text-would-change") { Field = "repeat" };
    public static readonly Refusal AlreadyAnswered = new(RefusalKind.Conflict, "intake.already-answered");
    public static readonly Refusal AlreadyLeft = new(RefusalKind.Conflict, "intake.already-left");
    public static readonly Refusal AnswerInstead = new(RefusalKind.Conflict, "intake.answer-instead");
    public static readonly Refusal ReplyMissing = new(RefusalKind.Invalid, "intake.reply-missing") { Field = "reply" };
    public static readonly Refusal HowMissing = new(RefusalKind.Invalid, "intake.how-missing") { Field = "how" };
    public static readonly Refusal ReasonMissing = new(RefusalKind.Invalid, "intake.reason-missing") { Field = "reason" };
    public static readonly Refusal KindMissing = new(RefusalKind.Invalid, "intake.kind-missing") { Field = "kind" };
    public static readonly Refusal NotComplete = new(RefusalKind.Conflict, "intake.not-complete");
    public static readonly Refusal AlreadyComplete = new(RefusalKind.Conflict, "intake.already-complete");
    public static readonly Refusal NothingToCheck = new(RefusalKind.Conflict, "intake.nothing-to-check");

    public static Refusal TooLong(string field, int atMost) => new(RefusalKind.Invalid, "intake.too-long", atMost) { Field = field };

    public static Refusal NumberMissing(TypedFirm firm) => new(RefusalKind.Invalid, "intake.firm-number-missing", firm.Typed) { Field = $"number-{firm.Key}" };

    public static Refusal SeveralFirms(TypedFirm firm, int count) => new(RefusalKind.Invalid, "intake.several-firms", firm.Typed, count) { Field = "firms" };

    public static Refusal FirmTwice(TypedFirm firm) => new(RefusalKind.Invalid, "intake.firm-twice", firm.Typed) { Field = "firms" };

    public static Refusal FirmInCase(TypedFirm firm) => new(RefusalKind.Conflict, "intake.firm-in-case", firm.Typed) { Field = "firms" };

    public static Refusal KindChanged(string by) => new(RefusalKind.Conflict, "intake.kind-changed", by) { Field = "kind" };

    /// <summary>The rule's own sentence, at a field.</summary>
    public static Refusal By(RuleFinding finding, string field) => new(RefusalKind.Invalid, finding.Code, finding.Values) { Field = field };

    /// <summary>Why no firm joins or leaves any more; null while the case is on its way to the deed.</summary>
    public static Refusal? Over(Case @case, Refusal afterDeed) =>
        @case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended ? CaseClosed
        : @case.DeedOn is not null || @case.Status == CaseStatus.InEffect ? afterDeed
        : null;
}

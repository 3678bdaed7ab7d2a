using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting;

/// <summary>Every "no" of rounds and of the firm's page.</summary>
internal static class RoundRefusals
{
    public static readonly Refusal NotNow = new(RefusalKind.Conflict, "drafting.round-not-now");
    public static readonly Refusal NoVersion = new(RefusalKind.Conflict, "drafting.round-no-version");
    public static readonly Refusal VersionMoved = new(RefusalKind.Conflict, "drafting.round-version-moved");
    public static readonly Refusal VersionSuperseded = new(RefusalKind.Conflict, "drafting.round-version-superseded");
    public static readonly Refusal AlreadyOpen = new(RefusalKind.Conflict, "drafting.round-already-open");
    public static readonly Refusal OneFirmOnly = new(RefusalKind.Conflict, "drafting.round-one-firm-only");
    public static readonly Refusal KindMissing = new(RefusalKind.Invalid, "drafting.round-kind-missing") { Field = "kind" };
    public static readonly Refusal LastDayMissing = new(RefusalKind.Invalid, "drafting.round-last-day-missing") { Field = "lastDay" };
    public static readonly Refusal PdfMissing = new(RefusalKind.Invalid, "drafting.round-pdf-missing") { Field = "pdf" };
    public static readonly Refusal PdfOtherFrozen = new(RefusalKind.Conflict, "drafting.round-pdf-other-frozen") { Field = "pdf" };

    public static readonly Refusal NoRound = new(RefusalKind.Conflict, "drafting.no-open-round");
    public static readonly Refusal NotSilent = new(RefusalKind.Conflict, "drafting.firm-not-silent");
    public static readonly Refusal NothingToAnswer = new(RefusalKind.Conflict, "drafting.nothing-to-answer");
    public static readonly Refusal WordsMissing = new(RefusalKind.Invalid, "drafting.words-missing") { Field = "words" };
    public static readonly Refusal ReasonMissing = new(RefusalKind.Invalid, "drafting.reason-missing") { Field = "reason" };
    public static readonly Refusal ProofMissing = new(RefusalKind.Invalid, "drafting.proof-missing") { Field = "proof" };
    public static readonly Refusal ChannelMissing = new(RefusalKind.Invalid, "drafting.channel-missing") { Field = "channel" };
    public static readonly Refusal DecisionMissing = new(RefusalKind.Invalid, "drafting.decision-missing") { Field = "decision" };
    public static readonly Refusal PhoneIsNoApproval = new(RefusalKind.Invalid, "drafting.phone-is-no-final-approval") { Field = "channel" };
    public static readonly Refusal GivenOnWrong = new(RefusalKind.Invalid, "drafting.given-on-wrong") { Field = "givenOn" };
    public static readonly Refusal NobodyToRemind = new(RefusalKind.Conflict, "drafting.nobody-to-remind");
    public static readonly Refusal NothingQueued = new(RefusalKind.Conflict, "drafting.nothing-queued");

    public static readonly Refusal AnswerMissing = new(RefusalKind.Invalid, "drafting.answer-missing") { Field = "answer" };
    public static readonly Refusal NameMissing = new(RefusalKind.Invalid, "drafting.name-missing") { Field = "name" };
    public static readonly Refusal ObjectionMissing = new(RefusalKind.Invalid, "drafting.objection-missing") { Field = "objection" };
    public static readonly Refusal DeciderMissing = new(RefusalKind.Invalid, "drafting.decider-missing") { Field = "decider" };
    public static readonly Refusal DeciderMailWrong = new(RefusalKind.Invalid, "drafting.decider-mail-wrong") { Field = "deciderMail" };
    public static readonly Refusal CodeMissing = new(RefusalKind.Invalid, "drafting.code-missing") { Field = "code" };
    public static readonly Refusal CodesTooMany = new(RefusalKind.Conflict, "drafting.codes-too-many") { Field = "code" };
    public static readonly Refusal NoCodeNeeded = new(RefusalKind.Conflict, "drafting.no-code-needed");
    public static readonly Refusal TextMoved = new(RefusalKind.Conflict, "drafting.text-moved");
    public static readonly Refusal RoundClosed = new(RefusalKind.Conflict, "drafting.round-closed");
    public static readonly Refusal LinkReplaced = new(RefusalKind.Conflict, "drafting.link-replaced");
    public static readonly Refusal LinkExpired = new(RefusalKind.Conflict, "drafting.link-expired");
    public static readonly Refusal LinkStillGood = new(RefusalKind.Conflict, "drafting.link-still-good");
    public static readonly Refusal LinksTooMany = new(RefusalKind.Conflict, "drafting.links-too-many");
    public static readonly Refusal NoMailbox = new(RefusalKind.Conflict, "drafting.firm-no-mailbox");

    public static Refusal Unconfirmed(string firms) => new(RefusalKind.Conflict, "drafting.round-unconfirmed-firms", firms);

    public static Refusal NoRepresentative(string firms) => new(RefusalKind.Conflict, "drafting.round-no-representative", firms);

    public static Refusal WithoutMailbox(string firms) => new(RefusalKind.Invalid, "drafting.round-without-mailbox", firms) { Field = "callThem" };

    public static Refusal ContentsMissing(string what) => new(RefusalKind.Invalid, "drafting.round-contents-missing", what);

    /// <param name="earliest">The first day that is possible.</param>
    public static Refusal LastDayWrong(DateOnly earliest) => new(RefusalKind.Invalid, "drafting.round-last-day-wrong", earliest) { Field = "lastDay" };

    public static Refusal RoundOver(DateOnly lastDay, string desk) => new(RefusalKind.Conflict, "drafting.round-over", lastDay, desk);
}

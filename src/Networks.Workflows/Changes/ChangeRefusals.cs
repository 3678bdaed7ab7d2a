using Networks.Workflows.Common;

namespace Networks.Workflows.Changes;

/// <summary>Every "no" about changes of a network.</summary>
internal static class ChangeRefusals
{
    public static Refusal NotFound => new(RefusalKind.NotFound, "common.not-found");

    public static Refusal FirmMissing => new(RefusalKind.Invalid, "changes.firm-missing") { Field = "firm" };

    public static Refusal NotTakingPart => new(RefusalKind.Conflict, "changes.not-taking-part") { Field = "firm" };

    public static Refusal LeavesAlready(string firm) => new(RefusalKind.Conflict, "changes.leaves-already", firm) { Field = "firm" };

    public static Refusal CauseMissing => new(RefusalKind.Invalid, "changes.cause-missing") { Field = "cause" };

    public static Refusal NoFreeWithdrawal => new(RefusalKind.Invalid, "changes.no-free-withdrawal") { Field = "cause" };

    public static Refusal DayMissing(string field) => new(RefusalKind.Invalid, "changes.day-missing") { Field = field };

    public static Refusal DayInFuture(DateOnly day, string field) => new(RefusalKind.Invalid, "changes.day-in-future", day) { Field = field };

    public static Refusal DayBefore(DateOnly day, DateOnly earliest, string field) => new(RefusalKind.Invalid, "changes.day-before", day, earliest) { Field = field };

    public static Refusal Stale => new(RefusalKind.Conflict, "changes.stale");

    public static Refusal CaseOver => new(RefusalKind.Conflict, "changes.case-over");

    public static Refusal NotOpen => new(RefusalKind.Conflict, "changes.not-open");

    public static Refusal NotUnderWay => new(RefusalKind.Conflict, "changes.not-under-way");

    public static Refusal Irreversible => new(RefusalKind.Conflict, "changes.irreversible");

    public static Refusal FileMissing => new(RefusalKind.Invalid, "changes.file-missing") { Field = "file" };

    public static Refusal FileKind => new(RefusalKind.Invalid, "changes.file-kind") { Field = "file" };

    public static Refusal TextUnconfirmed => new(RefusalKind.Invalid, "changes.text-unconfirmed") { Field = "same-text" };

    public static Refusal NotaryIncomplete => new(RefusalKind.Invalid, "changes.notary-incomplete") { Field = "repertorio" };

    public static Refusal TooLong(string field, int characters) => new(RefusalKind.Invalid, "changes.too-long", characters) { Field = field };

    public static Refusal ReasonMissing => new(RefusalKind.Invalid, "changes.reason-missing") { Field = "reason" };

    public static Refusal VoteMissing => new(RefusalKind.Invalid, "changes.vote-missing") { Field = "answer" };

    public static Refusal NameMissing => new(RefusalKind.Invalid, "changes.name-missing") { Field = "name" };

    public static Refusal HowMissing => new(RefusalKind.Invalid, "changes.how-missing") { Field = "remark" };

    public static Refusal VoteClosed => new(RefusalKind.Conflict, "changes.vote-closed");

    /// <summary>The contract was signed elsewhere: there is nothing to work the amendments into.</summary>
    public static Refusal SignedTextNotHere => new(RefusalKind.Conflict, "changes.signed-text-not-here");

    public static Refusal NoTemplate => new(RefusalKind.Conflict, "changes.no-template");

    public static Refusal SignatureInvalid(string summary) => new(RefusalKind.Invalid, "changes.signature-invalid", summary) { Field = "file" };

    public static Refusal SignatureUndecided(string summary) => new(RefusalKind.Invalid, "changes.signature-undecided", summary) { Field = "accept-reason" };

    public static Refusal SignaturesMissing(string firms) => new(RefusalKind.Invalid, "changes.signatures-missing", firms) { Field = "accept-reason" };

    public static Refusal VoterLeft => new(RefusalKind.Conflict, "changes.voter-left");

    public static Refusal NotInEffect => new(RefusalKind.Conflict, "changes.not-in-effect");

    public static Refusal ClosingUnderWay => new(RefusalKind.Conflict, "changes.closing-under-way");

    public static Refusal OthersUnderWay(int count) => new(RefusalKind.Conflict, "changes.others-under-way", count);

    public static Refusal AmendmentUnderWay => new(RefusalKind.Conflict, "changes.amendment-under-way");

    public static Refusal FilingsOpen(int count) => new(RefusalKind.Conflict, "changes.filings-open", count);

    public static Refusal NoTerm => new(RefusalKind.Invalid, "changes.no-term") { Field = "cause" };

    public static Refusal TermRuns(DateOnly until) => new(RefusalKind.Invalid, "changes.term-runs", until) { Field = "cause" };

    public static Refusal EnoughFirms(int firms, int required) => new(RefusalKind.Invalid, "changes.enough-firms", firms, required) { Field = "cause" };

    public static Refusal LastDayPassed => new(RefusalKind.Invalid, "changes.last-day-passed") { Field = "last-day" };

    public static Refusal AmountMissing => new(RefusalKind.Invalid, "changes.amount-missing") { Field = "residual" };

    public static Refusal FundNotOpen => new(RefusalKind.Conflict, "changes.fund-not-open");

    public static Refusal ContributionsOpen(int count, string euros) => new(RefusalKind.Conflict, "changes.contributions-open", count, euros) { Field = "waive" };

    public static Refusal EndNotComplete => new(RefusalKind.Conflict, "changes.end-not-complete");

    public static Refusal EndDiffers(DateOnly said, DateOnly last) => new(RefusalKind.Conflict, "changes.end-differs", said, last) { Field = "on" };

    public static Refusal NothingChanges => new(RefusalKind.Invalid, "changes.nothing-changes") { Field = "name" };

    public static Refusal PartIncomplete(string field) => new(RefusalKind.Invalid, $"changes.part-incomplete-{field}") { Field = field };

    public static Refusal NumberOutOfRange(string field, int from, int to) => new(RefusalKind.Invalid, "changes.number-out-of-range", from, to) { Field = field };

    public static Refusal ProvinceUnknown(string province) => new(RefusalKind.Invalid, "changes.province-unknown", province) { Field = "province" };

    public static Refusal DurationPassed(DateOnly end) => new(RefusalKind.Invalid, "changes.duration-passed", end) { Field = "duration" };

    public static Refusal ReferenceOnlyContractual => new(RefusalKind.Invalid, "changes.reference-only-contractual") { Field = "reference" };

    public static Refusal ReferenceNotTakingPart => new(RefusalKind.Invalid, "changes.reference-not-taking-part") { Field = "reference" };

    public static Refusal ReaMissing(string firm) => new(RefusalKind.Conflict, "changes.rea-missing", firm);
}

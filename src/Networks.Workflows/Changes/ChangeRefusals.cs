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

    public static Refusal ReaMissing(string firm) => new(RefusalKind.Conflict, "changes.rea-missing", firm);
}

using Networks.Workflows.Common;

namespace Networks.Workflows.FollowUp;

/// <summary>Every "no" of the follow-up.</summary>
internal static class FollowUpRefusals
{
    public static Refusal DutyNotFound => new(RefusalKind.NotFound, "common.not-found");

    public static Refusal AlreadyDone(DateOnly on) => new(RefusalKind.Conflict, "follow-up.already-done", on);

    public static Refusal NotOpen => new(RefusalKind.Conflict, "follow-up.not-open");

    public static Refusal FilingUnderWay(DateOnly sentOn) => new(RefusalKind.Conflict, "follow-up.filing-under-way", sentOn);

    public static Refusal DateMissing => new(RefusalKind.Invalid, "follow-up.date-missing") { Field = "done-on" };

    public static Refusal DateInFuture(DateOnly day) => new(RefusalKind.Invalid, "follow-up.date-in-future", day) { Field = "done-on" };

    public static Refusal BeforeDeed(DateOnly day, DateOnly deed) => new(RefusalKind.Invalid, "follow-up.before-deed", day, deed) { Field = "done-on" };

    public static Refusal NoteTooLong(int characters) => new(RefusalKind.Invalid, "follow-up.note-too-long", characters) { Field = "note" };
}

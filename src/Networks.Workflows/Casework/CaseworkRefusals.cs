using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>The expected "no" of the desk's daily pages.</summary>
internal static class CaseworkRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "common.not-found");

    public static readonly Refusal NotAllowed = new(RefusalKind.NotAllowed, "common.not-allowed");

    public static readonly Refusal FirmNotInCase = new(RefusalKind.Invalid, "casework.firm-not-in-case") { Field = "firm" };

    public static readonly Refusal NextStepInThePast = new(RefusalKind.Invalid, "casework.next-step-in-the-past") { Field = "next-on" };

    public static readonly Refusal NotCorrectable = new(RefusalKind.Conflict, "casework.not-correctable");

    public static readonly Refusal SameDay = new(RefusalKind.Invalid, "casework.same-day") { Field = "day" };

    public static readonly Refusal InEffect = new(RefusalKind.Conflict, "casework.close-in-effect");

    public static readonly Refusal AlreadyClosed = new(RefusalKind.Conflict, "casework.already-closed");

    public static readonly Refusal NotSuspended = new(RefusalKind.Conflict, "casework.not-suspended");

    public static readonly Refusal TaskGone = new(RefusalKind.Conflict, "casework.task-gone");

    public static readonly Refusal NoColleague = new(RefusalKind.Invalid, "casework.no-colleague") { Field = "to" };

    public static readonly Refusal NothingOpen = new(RefusalKind.Conflict, "casework.nothing-open");

    public static readonly Refusal InHandAlready = new(RefusalKind.Conflict, "casework.in-hand-already");

    public static readonly Refusal NothingToUndo = new(RefusalKind.Conflict, "casework.nothing-to-undo");

    public static readonly Refusal MailHasLeft = new(RefusalKind.Conflict, "casework.mail-has-left");

    public static readonly Refusal NoStandIn = new(RefusalKind.Invalid, "casework.no-stand-in") { Field = "stand-in" };

    public static readonly Refusal AbsenceDays = new(RefusalKind.Invalid, "casework.absence-days") { Field = "until" };

    public static Refusal AwayAlready(DateOnly from, DateOnly until) => new(RefusalKind.Conflict, "casework.away-already", from, until) { Field = "from" };

    public static Refusal StandInAway(string name, DateOnly from, DateOnly until) => new(RefusalKind.Conflict, "casework.stand-in-away", name, from, until) { Field = "stand-in" };

    public static Refusal DayToCome(string field) => new(RefusalKind.Invalid, "casework.day-to-come") { Field = field };

    public static Refusal EnteredBeforeSent(DateOnly entered, DateOnly sent) =>
        new(RefusalKind.Invalid, "rules.filing-before-sent", entered, sent) { Field = "day" };

    /// <param name="day">The day of the deed.</param>
    public static Refusal BeforeDeed(DateOnly day) => new(RefusalKind.Invalid, "casework.before-deed", day) { Field = "day" };

    /// <param name="day">The day of the deed.</param>
    public static Refusal OpenedAfterDeed(DateOnly day) => new(RefusalKind.Invalid, "casework.opened-after-deed", day) { Field = "day" };

    /// <param name="day">The day of the first entry in the register.</param>
    public static Refusal DeedAfterEntry(DateOnly day) => new(RefusalKind.Invalid, "casework.deed-after-entry", day) { Field = "day" };
}

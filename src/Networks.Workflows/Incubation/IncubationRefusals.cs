using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation;

/// <summary>Every "no" of the incubation.</summary>
internal static class IncubationRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "common.not-found");

    /// <summary>No pulse is to be sent now: it was sent, or its day has not come.</summary>
    public static readonly Refusal NoPulseDue = new(RefusalKind.Conflict, "incubation.no-pulse-due");

    public static readonly Refusal NobodyToAsk = new(RefusalKind.Conflict, "incubation.nobody-to-ask");

    public static readonly Refusal LinkOld = new(RefusalKind.Conflict, "incubation.link-old");

    public static readonly Refusal NotInEffect = new(RefusalKind.Conflict, "incubation.not-in-effect");

    public static readonly Refusal BegunAlready = new(RefusalKind.Conflict, "incubation.begun-already");

    public static readonly Refusal NothingOpen = new(RefusalKind.Conflict, "incubation.nothing-open");

    public static readonly Refusal NoteMissing = new(RefusalKind.Invalid, "incubation.note-missing") { Field = "note" };

    public static readonly Refusal PlannedAlready = new(RefusalKind.Conflict, "incubation.planned-already");

    public static readonly Refusal TitleMissing = new(RefusalKind.Invalid, "incubation.title-missing") { Field = "title" };

    public static readonly Refusal AmountWrong = new(RefusalKind.Invalid, "incubation.amount-wrong") { Field = "amount" };

    public static readonly Refusal FirmMissing = new(RefusalKind.Invalid, "incubation.firm-missing") { Field = "firm" };

    public static readonly Refusal CheckedAlready = new(RefusalKind.Conflict, "incubation.checked-already");

    public static Refusal EffectDiffers(DateOnly computed) => new(RefusalKind.Invalid, "incubation.effect-differs", computed) { Field = "effect-on" };

    public static Refusal EffectBeforeDeed(DateOnly deed) => new(RefusalKind.Invalid, "incubation.effect-before-deed", deed) { Field = "effect-on" };

    public static Refusal AnsweredAlready(DateOnly on) => new(RefusalKind.Conflict, "incubation.answered-already", on);

    public static Refusal DoneAlready(DateOnly on) => new(RefusalKind.Conflict, "incubation.done-already", on);

    /// <param name="question">Stored word of the question without answer.</param>
    public static Refusal ReplyMissing(string question) => new(RefusalKind.Invalid, "incubation.reply-missing") { Field = question };

    public static Refusal DayMissing(string field) => new(RefusalKind.Invalid, "incubation.day-missing") { Field = field };

    public static Refusal DayToCome(DateOnly day, string field) => new(RefusalKind.Invalid, "incubation.day-to-come", day) { Field = field };

    public static Refusal DayPassed(DateOnly day, string field) => new(RefusalKind.Invalid, "incubation.day-passed", day) { Field = field };

    public static Refusal TooLong(int most, string field) => new(RefusalKind.Invalid, "incubation.too-long", most) { Field = field };
}

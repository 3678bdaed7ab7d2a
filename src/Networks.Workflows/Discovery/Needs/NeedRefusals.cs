using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Needs;

/// <summary>Every expected "no" of a need that is put to all desks.</summary>
internal static class NeedRefusals
{
    public static readonly Refusal TextMissing = new(RefusalKind.Invalid, "discovery.need-text-missing") { Field = "text" };

    public static readonly Refusal LastDayMissing = new(RefusalKind.Invalid, "discovery.need-day-missing") { Field = "last-day" };

    public static readonly Refusal NobodyToAsk = new(RefusalKind.Conflict, "discovery.need-no-desk");

    public static readonly Refusal Closed = new(RefusalKind.Conflict, "discovery.need-closed");

    public static readonly Refusal AnswerMissing = new(RefusalKind.Invalid, "discovery.need-answer-missing") { Field = "firm" };

    public static readonly Refusal ReasonMissing = new(RefusalKind.Invalid, "discovery.need-reason-missing") { Field = "reason" };

    public static readonly Refusal EndingMissing = new(RefusalKind.Invalid, "discovery.need-ending-missing") { Field = "ending" };

    /// <summary>The firm does not let anybody write to it about networks.</summary>
    public static readonly Refusal NoContact = new(RefusalKind.Conflict, "discovery.need-no-contact") { Field = "firm" };

    /// <summary>The firm was asked for this network before, whatever it said.</summary>
    public static readonly Refusal FirmAsked = new(RefusalKind.Conflict, "discovery.need-firm-asked") { Field = "firm" };

    public static Refusal TooLong(int limit) => new(RefusalKind.Invalid, "discovery.too-long", limit) { Field = "text" };

    public static Refusal DayTooFar(DateOnly first, DateOnly last) => new(RefusalKind.Invalid, "discovery.need-day-range", first, last) { Field = "last-day" };

    public static Refusal TooMany(int perWeek) => new(RefusalKind.Conflict, "discovery.need-too-many", perWeek);
}

using Networks.Workflows.Common;

namespace Networks.Workflows.Services;

/// <summary>Every "no" about services.</summary>
internal static class ServiceRefusals
{
    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "common.not-found");

    /// <summary>The catalogue is the lead's.</summary>
    public static readonly Refusal NotTheLead = new(RefusalKind.NotAllowed, "services.not-the-lead");

    public static readonly Refusal CaseOver = new(RefusalKind.Conflict, "services.case-over");

    public static readonly Refusal MovedOn = new(RefusalKind.Conflict, "services.moved-on");

    public static readonly Refusal NumberWrong = new(RefusalKind.Invalid, "services.number-wrong");

    public static Refusal Missing(string field) => new(RefusalKind.Invalid, "services.missing") { Field = field };

    public static Refusal TooLong(int most, string field) => new(RefusalKind.Invalid, "services.too-long", most) { Field = field };

    public static Refusal DayToCome(DateOnly day) => new(RefusalKind.Invalid, "services.day-to-come", day) { Field = "delivered-on" };

    /// <summary>A text that has to be there and has a limit.</summary>
    public static IEnumerable<Refusal> Text(string? text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return Missing(field);
        }
        else if (text.Length > most)
        {
            yield return TooLong(most, field);
        }
    }

    /// <summary>Unknown is allowed, less than nothing is not.</summary>
    public static IEnumerable<Refusal> Numbers(int? hours, long? cents)
    {
        if (hours < 0)
        {
            yield return NumberWrong with { Field = "hours" };
        }

        if (cents < 0)
        {
            yield return NumberWrong with { Field = "cost" };
        }
    }
}

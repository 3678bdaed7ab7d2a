using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Rules;

/// <summary>A term of the contract and the last day for a notice against what follows it.</summary>
/// <param name="EndsOn">The day on which the term ends.</param>
/// <param name="NoticeBy">Last day for the notice, a working day.</param>
/// <param name="Renews">Without a notice the contract goes on.</param>
public sealed record RenewalTerm(DateOnly EndsOn, DateOnly NoticeBy, bool Renews);

/// <summary>
/// When the contract ends or renews itself, and until when a firm may say that it does not go on. It is the contract's own
/// term, counted back from its end: where the day is no working day the one before it is the safe one.
/// </summary>
/// <remarks>The statute sets neither term nor notice (D.L. 5/2009 art. 3 co. 4-ter letter d). Sources S06, S11.</remarks>
public static class RenewalNotice
{
    /// <returns>The term that runs on a day, or the last one once it is over; null where the contract has no end.</returns>
    public static RenewalTerm? On(ContractTerms terms, DateOnly effectOn, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.DurationYears is not { } years ? null : TermFrom(terms, effectOn.AddYears(years), end => end >= day);
    }

    /// <summary>The term whose notice is on or after a day: the one that a planned notice belongs to.</summary>
    public static RenewalTerm? WithNoticeFrom(ContractTerms terms, DateOnly effectOn, DateOnly noticeBy)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.DurationYears is not { } years ? null : TermFrom(terms, effectOn.AddYears(years), end => NoticeBefore(terms, end) >= noticeBy);
    }

    public static DateOnly NoticeBefore(ContractTerms terms, DateOnly end)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var day = end.AddMonths(-(terms.NoticeMonths ?? 0));
        while (!BusinessCalendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static RenewalTerm TermFrom(ContractTerms terms, DateOnly end, Func<DateOnly, bool> isIt)
    {
        while (!isIt(end) && terms.RenewalYears is { } more and > 0)
        {
            end = end.AddYears(more);
        }

        return new RenewalTerm(end, NoticeBefore(terms, end), terms.RenewalYears > 0);
    }
}

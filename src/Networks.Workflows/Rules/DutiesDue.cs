using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Rules;

/// <summary>What the duties of a network are counted from.</summary>
public sealed record DutyFacts(NetworkKind Kind, ContractTerms Terms, CommonFund? Fund, DateOnly DeedOn, DateOnly EffectOn);

/// <summary>One duty by its day, with where it comes from.</summary>
/// <param name="Kind">Stored word; its sentence is <c>follow-up.duty-&lt;kind&gt;</c>.</param>
public sealed record DutyDue(string Kind, DateOnly DueOn, DutySource Source, string Citation, bool ToVerify);

/// <summary>What law and contract ask of a network that is in effect.</summary>
/// <remarks>
/// Law: registration tax (<see cref="TaxRegistrationDeadline"/>), annual statement (<see cref="AnnualStatementDeadline"/>).
/// The rest is the contract's own. Sources S01, S05, S13.
/// </remarks>
public static class DutiesDue
{
    public const string TaxRegistration = "tax-registration";
    public const string AnnualStatement = "annual-statement";
    public const string PayFund = "pay-fund";
    public const string Meet = "meet";
    public const string Renewal = "renewal";

    /// <summary>Two firms, register entries, PEC, end of the term: looked at before the year's duties.</summary>
    public const string YearlyCheck = "yearly-check";

    /// <summary>Used where the contract is silent on the end of the financial year.</summary>
    public const string CalendarYearEnd = "12-31";

    /// <summary>The first of each kind, by day.</summary>
    public static IReadOnlyList<DutyDue> First(DutyFacts facts, VerifiableFacts verifiable)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(verifiable);
        DutyDue?[] all =
        [
            new(TaxRegistration, TaxRegistrationDeadline.Of(facts.DeedOn, verifiable), DutySource.Law,
                TaxRegistrationDeadline.Rule.Citation, verifiable.RegistrationTaxTermDays.ToVerify),
            Statement(facts, facts.EffectOn),
            facts.Fund is { } fund ? OfContract(PayFund, facts.EffectOn.AddDays(fund.PaymentDays), "fondo patrimoniale comune") : null,
            MeetingAfter(facts, facts.EffectOn),
            facts.Terms.DurationYears is { } years ? NoticeBefore(facts, facts.EffectOn.AddYears(years)) : null,
        ];
        return [.. all.OfType<DutyDue>().OrderBy(d => d.DueOn)];
    }

    /// <summary>For a network that lives already: the next one of each recurring kind after a day.</summary>
    public static IReadOnlyList<DutyDue> FromNow(DutyFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var renewal = RenewalNotice.WithNoticeFrom(facts.Terms, facts.EffectOn, today);
        DutyDue?[] all =
        [
            Statement(facts, today),
            MeetingAfter(facts, today),
            renewal is { } term && term.NoticeBy >= today ? OfContract(Renewal, term.NoticeBy, "durata e rinnovo") : null,
            CheckOf(today.Year + 1),
        ];
        return [.. all.OfType<DutyDue>().OrderBy(d => d.DueOn)];
    }

    /// <summary>The one that follows a duty of a recurring kind; null where nothing follows.</summary>
    /// <param name="dueOn">The day of the one before.</param>
    /// <param name="doneOn">When it was seen to: the next meeting is counted from the meeting held.</param>
    public static DutyDue? After(string kind, DateOnly dueOn, DateOnly doneOn, DutyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return kind switch
        {
            AnnualStatement => Statement(facts, dueOn),
            Meet => MeetingAfter(facts, doneOn),
            YearlyCheck => CheckOf(dueOn.Year + 1),
            Renewal when facts.Terms.RenewalYears is { } years => NoticeBefore(facts, EndOfTerm(facts, dueOn).AddYears(years)),
            _ => null,
        };
    }

    /// <summary>By the end of January, a month before the annual statement of a calendar year is due.</summary>
    /// <remarks>At least two participants for the whole life: MISE 23320 of 28/1/2020 (S11). The day is the desk's own.</remarks>
    public static DutyDue CheckOf(int year) => new(
        YearlyCheck, BusinessCalendar.NextWorkingDay(new DateOnly(year, 1, 31)), DutySource.Law, "parere MISE 23320/2020: almeno due partecipanti per tutta la vita della rete", ToVerify: true);

    private static DutyDue? Statement(DutyFacts facts, DateOnly from)
    {
        var yearEnd = AnnualStatementDeadline.YearEndFrom(facts.Terms.FinancialYearEnd ?? CalendarYearEnd, from);
        return AnnualStatementDeadline.Of(facts.Kind, yearEnd) is { } day
            ? new(AnnualStatement, day, DutySource.Law, AnnualStatementDeadline.Rule.Citation, AnnualStatementDeadline.Rule.ToVerify)
            : null;
    }

    private static DutyDue? MeetingAfter(DutyFacts facts, DateOnly from) =>
        facts.Terms.MeetingEveryMonths is { } months ? OfContract(Meet, from.AddMonths(months), "decisioni dei partecipanti") : null;

    private static DutyDue NoticeBefore(DutyFacts facts, DateOnly end) =>
        OfContract(Renewal, RenewalNotice.NoticeBefore(facts.Terms, end), "durata e rinnovo");

    private static DateOnly EndOfTerm(DutyFacts facts, DateOnly noticeOn) =>
        RenewalNotice.WithNoticeFrom(facts.Terms, facts.EffectOn, noticeOn)?.EndsOn ?? noticeOn.AddMonths(facts.Terms.NoticeMonths ?? 0);

    private static DutyDue OfContract(string kind, DateOnly day, string article) =>
        new(kind, day, DutySource.Contract, $"contratto di rete, articolo su {article}", ToVerify: false);
}

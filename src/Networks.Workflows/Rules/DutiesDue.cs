using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;

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
            Renewal when facts.Terms.RenewalYears is { } years => NoticeBefore(facts, EndOfTerm(facts, dueOn).AddYears(years)),
            _ => null,
        };
    }

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
        OfContract(Renewal, end.AddMonths(-(facts.Terms.NoticeMonths ?? 0)), "durata e rinnovo");

    private static DateOnly EndOfTerm(DutyFacts facts, DateOnly noticeOn) => noticeOn.AddMonths(facts.Terms.NoticeMonths ?? 0);

    private static DutyDue OfContract(string kind, DateOnly day, string article) =>
        new(kind, day, DutySource.Contract, $"contratto di rete, articolo su {article}", ToVerify: false);
}

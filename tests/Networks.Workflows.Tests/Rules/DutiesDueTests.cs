using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class DutiesDueTests
{
    private static readonly ContractTerms _terms = new() { DurationYears = 5, NoticeMonths = 6, RenewalYears = 2, MeetingEveryMonths = 6 };

    [Fact]
    public void Given_a_network_with_personality_then_the_annual_statement_is_among_its_first_duties()
    {
        var first = DutiesDue.First(Facts(NetworkKind.LegalEntity), new VerifiableFacts());

        Assert.Equal(new DateOnly(2027, 3, 1), Assert.Single(first, d => d.Kind == DutiesDue.AnnualStatement).DueOn);
    }

    [Fact]
    public void Given_a_contractual_network_then_it_owes_no_annual_statement() =>
        Assert.DoesNotContain(DutiesDue.First(Facts(NetworkKind.Contractual), new VerifiableFacts()), d => d.Kind == DutiesDue.AnnualStatement);

    [Fact]
    public void Given_a_financial_year_of_its_own_then_the_statement_is_counted_from_its_end()
    {
        var facts = Facts(NetworkKind.LegalEntity) with { Terms = _terms with { FinancialYearEnd = "06-30" } };

        Assert.Equal(new DateOnly(2026, 8, 31), DutiesDue.First(facts, new VerifiableFacts()).Single(d => d.Kind == DutiesDue.AnnualStatement).DueOn);
    }

    [Fact]
    public void Given_a_statement_that_was_filed_then_the_next_is_a_year_later() =>
        Assert.Equal(
            new DateOnly(2028, 2, 29),
            DutiesDue.After(DutiesDue.AnnualStatement, new DateOnly(2027, 3, 1), new DateOnly(2027, 2, 20), Facts(NetworkKind.LegalEntity))?.DueOn);

    [Fact]
    public void Given_a_term_that_was_renewed_then_the_next_notice_is_before_its_new_end() =>
        Assert.Equal(
            new DateOnly(2032, 10, 1),
            DutiesDue.After(DutiesDue.Renewal, new DateOnly(2030, 10, 1), new DateOnly(2030, 9, 1), Facts(NetworkKind.Contractual))?.DueOn);

    [Fact]
    public void Given_a_duty_that_comes_once_then_nothing_follows() =>
        Assert.Null(DutiesDue.After(DutiesDue.TaxRegistration, new DateOnly(2026, 4, 9), new DateOnly(2026, 4, 1), Facts(NetworkKind.Contractual)));

    private static DutyFacts Facts(NetworkKind kind) => new(kind, _terms, null, new DateOnly(2026, 3, 10), new DateOnly(2026, 4, 1));
}

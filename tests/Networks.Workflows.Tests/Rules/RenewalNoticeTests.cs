using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class RenewalNoticeTests
{
    private static readonly DateOnly _effect = new(2026, 3, 18);

    private static readonly ContractTerms _yearly = new() { DurationYears = 3, RenewalYears = 1, NoticeMonths = 2 };

    [Theory]
    [InlineData("2026-03-18", "2029-03-18", "2029-01-18")]
    [InlineData("2029-03-18", "2029-03-18", "2029-01-18")]
    [InlineData("2029-03-19", "2030-03-18", "2030-01-18")]
    [InlineData("2031-06-01", "2032-03-18", "2032-01-16")]
    public void Given_a_day_then_the_term_that_runs_and_its_last_working_day_for_notice(string day, string end, string notice)
    {
        var term = RenewalNotice.On(_yearly, _effect, DateOnly.Parse(day))!;

        Assert.Equal((DateOnly.Parse(end), DateOnly.Parse(notice), true), (term.EndsOn, term.NoticeBy, term.Renews));
    }

    [Fact]
    public void Given_no_renewal_then_the_term_stays_over_and_without_duration_there_is_none()
    {
        Assert.Equal(new RenewalTerm(new DateOnly(2029, 3, 18), new DateOnly(2029, 3, 16), false), RenewalNotice.On(new ContractTerms { DurationYears = 3 }, _effect, new DateOnly(2035, 1, 1)));
        Assert.Null(RenewalNotice.On(ContractTerms.None, _effect, _effect));
    }
}

using FsCheck;
using FsCheck.Fluent;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class DeadlineTests
{
    private static readonly Arbitrary<DateOnly> _days = Gen.Choose(739000, 745000).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Fact]
    public void Given_28_February_2027_a_Sunday_then_the_annual_statement_is_due_on_Monday() =>
        Assert.Equal(new DateOnly(2027, 3, 1), AnnualStatementDeadline.Of(NetworkKind.LegalEntity, new DateOnly(2026, 12, 31)));

    [Fact]
    public void Given_any_year_end_then_only_legal_entities_owe_a_statement_and_on_a_working_day() =>
        Prop.ForAll(_days, end => AnnualStatementDeadline.Of(NetworkKind.Contractual, end) is null
            && AnnualStatementDeadline.Of(NetworkKind.LegalEntity, end) is { } due
            && BusinessCalendar.IsWorkingDay(due)
            && due >= end.AddMonths(2)
            && due <= end.AddMonths(2).AddDays(5)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("12-31", "2026-11-22", "2026-12-31")]
    [InlineData("12-31", "2026-12-31", "2026-12-31")]
    [InlineData("06-30", "2026-11-22", "2027-06-30")]
    [InlineData("02-29", "2026-11-22", "2027-02-28")]
    [InlineData("02-29", "2027-11-22", "2028-02-29")]
    public void Given_the_year_end_of_the_contract_then_the_next_one_is_found(string monthDay, string from, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), AnnualStatementDeadline.YearEndFrom(monthDay, DateOnly.Parse(from)));

    [Theory]
    [InlineData("31-12")]
    [InlineData("02-30")]
    [InlineData("")]
    public void Given_no_month_and_day_then_it_is_told(string monthDay) =>
        Assert.Throws<FormatException>(() => AnnualStatementDeadline.YearEndFrom(monthDay, new DateOnly(2026, 1, 1)));

    [Fact]
    public void Given_another_term_in_the_configuration_then_tax_registration_follows_it() =>
        Assert.Equal(
            new DateOnly(2026, 3, 23),
            TaxRegistrationDeadline.Of(new DateOnly(2026, 3, 2), new() { RegistrationTaxTermDays = new(20) { Verified = true } }));
}

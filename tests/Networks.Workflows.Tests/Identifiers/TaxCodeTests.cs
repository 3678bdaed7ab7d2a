using FsCheck;
using FsCheck.Fluent;
using Networks.Data.Firms;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class TaxCodeTests
{
    private static readonly DateOnly _day = new(2026, 11, 22);

    [Theory]
    [InlineData("RSSMRA80A01H501U", 0)]
    [InlineData("RSSMRA80A01H50MM", 1)]
    [InlineData("RSSMRA80A01H5LMX", 2)]
    [InlineData("RSSMRA80A01HRLMS", 3)]
    [InlineData("RSSMRA80A0MHRLMK", 4)]
    [InlineData("RSSMRA80ALMHRLMV", 5)]
    [InlineData("RSSMRA8LALMHRLMG", 6)]
    [InlineData("RSSMRAULALMHRLMD", 7)]
    public void Given_the_same_person_at_every_omocodia_level_then_the_facts_are_the_same(string raw, int level)
    {
        Assert.True(TaxCode.TryParse(raw, out var code, out var fault));
        Assert.Null(fault);
        Assert.True(code.IsPerson);
        Assert.Equal(level, code.OmocodiaLevel);
        Assert.Equal(Sex.Male, code.Sex);
        Assert.Equal("H501", code.PlaceCode);
        Assert.Equal(new DateOnly(1980, 1, 1), code.BirthDate(_day));
        Assert.Equal(raw, code.Value);
    }

    [Fact]
    public void Given_a_woman_then_forty_is_taken_from_the_day()
    {
        var code = TaxCode.Parse("bnc lra 85d52 f205x");

        Assert.Equal("BNCLRA85D52F205X", code.Value);
        Assert.Equal(Sex.Female, code.Sex);
        Assert.Equal(new DateOnly(1985, 4, 12), code.BirthDate(_day));
    }

    [Theory]
    [InlineData("RSSMRA80A01H501V", FaultCause.WrongCheck, "identifiers.tax-code-wrong-check")]
    [InlineData("RSSMRA80A01H501", FaultCause.WrongLength, "identifiers.tax-code-wrong-length")]
    [InlineData("RSSMRA80A01H501UU", FaultCause.WrongLength, "identifiers.tax-code-wrong-length")]
    [InlineData("RSSMRA8OA01H501U", FaultCause.WrongShape, "identifiers.tax-code-wrong-shape")]
    [InlineData("RSSMRA80F01H501U", FaultCause.WrongShape, "identifiers.tax-code-wrong-shape")]
    [InlineData("1234567890123456", FaultCause.WrongShape, "identifiers.tax-code-wrong-shape")]
    [InlineData("12345678901", FaultCause.WrongCheck, "identifiers.tax-code-wrong-check")]
    [InlineData("00000000000", FaultCause.NotAssigned, "identifiers.tax-code-not-assigned")]
    [InlineData(null, FaultCause.Empty, "identifiers.tax-code-empty")]
    public void Given_a_wrong_code_then_the_cause_is_named(string? raw, FaultCause cause, string sentence)
    {
        Assert.False(TaxCode.TryParse(raw, out _, out var fault));
        Assert.Equal(cause, fault.Cause);
        Assert.Equal(sentence, fault.Code);
    }

    [Theory]
    [InlineData("00A00")]
    [InlineData("80B30")]
    [InlineData("81B29")]
    [InlineData("80D31")]
    [InlineData("80A32")]
    [InlineData("80A40")]
    [InlineData("80A72")]
    public void Given_a_day_that_exists_in_no_year_then_it_is_refused(string dayOfBirth)
    {
        Assert.False(TaxCode.TryParse(PersonCodes.WithCheck($"RSSMRA{dayOfBirth}H501"), out _, out var fault));
        Assert.Equal(FaultCause.NoSuchDay, fault.Cause);
    }

    [Theory]
    [InlineData("06S20", 2006, 11, 20)]
    [InlineData("08S22", 2008, 11, 22)]
    [InlineData("08S23", 1908, 11, 23)]
    [InlineData("08T01", 1908, 12, 1)]
    [InlineData("26A01", 1926, 1, 1)]
    [InlineData("27A01", 1927, 1, 1)]
    [InlineData("00B29", 2000, 2, 29)]
    public void Given_two_digits_of_the_year_then_the_latest_adult_reading_is_taken(string dayOfBirth, int year, int month, int day)
    {
        var code = TaxCode.Parse(PersonCodes.WithCheck($"RSSMRA{dayOfBirth}H501"));

        Assert.Equal(new DateOnly(year, month, day), code.BirthDate(_day));
    }

    [Fact]
    public void Given_a_body_then_the_personal_facts_are_absent()
    {
        var code = TaxCode.Parse("007 431 101 57");

        Assert.False(code.IsPerson);
        Assert.Null(code.Sex);
        Assert.Null(code.PlaceCode);
        Assert.Null(code.BirthDate(_day));
        Assert.Equal(0, code.OmocodiaLevel);
        Assert.False(code.HasOddOffice);
    }

    [Fact]
    public void Given_any_person_then_facts_survive_every_omocodia_level() =>
        Prop.ForAll(PersonCodes.Any(), code =>
        {
            var plain = TaxCode.Parse(code);
            return Enumerable.Range(0, 8).All(level =>
                TaxCode.TryParse(PersonCodes.AtLevel(code, level), out var other, out _)
                && other.OmocodiaLevel == level
                && other.PlaceCode == plain.PlaceCode
                && other.Sex == plain.Sex
                && other.BirthDate(_day) == plain.BirthDate(_day));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_person_then_another_check_letter_is_refused() =>
        Prop.ForAll(PersonCodes.Any(), code => "ABCDEFGHIJKLMNOPQRSTUVWXYZ".Where(c => c != code[15])
            .All(c => !TaxCode.TryParse(code[..15] + c, out _, out _))).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_person_then_the_birth_date_is_adult_and_agrees_with_the_digits() =>
        Prop.ForAll(PersonCodes.Any(), code => TaxCode.Parse(code).BirthDate(_day) is { } born
            && born.AddYears(18) <= _day
            && born.AddYears(120) > _day
            && $"{born.Year % 100:00}" == code[6..8]).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_body_then_every_single_digit_typo_is_refused() =>
        Prop.ForAll(Digits.Of(10), first10 => TaxCode.Parse(Digits.WithLuhn(first10)).Value.Length == 11
            && !Digits.Typos(Digits.WithLuhn(first10)).Any(t => TaxCode.TryParse(t, out _, out _))).QuickCheckThrowOnFailure();
}

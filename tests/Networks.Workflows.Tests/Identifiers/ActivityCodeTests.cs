using Networks.Data.Firms;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class ActivityCodeTests
{
    [Theory]
    [InlineData("28", "28", null)]
    [InlineData("28.2", "28.2", null)]
    [InlineData("28.29", "28.29", "28.29")]
    [InlineData("28.29.9", "28.29.9", "28.29")]
    [InlineData("28.29.91", "28.29.91", "28.29")]
    [InlineData("28299", "28.29.9", "28.29")]
    [InlineData("552042", "55.20.42", "55.20")]
    [InlineData(" 01 ", "01", null)]
    public void Given_a_code_then_it_is_kept_with_dots(string raw, string kept, string? naceClass)
    {
        Assert.True(ActivityCode.TryParse(ActivityClassification.Ateco2025, raw, out var code, out _));
        Assert.Equal(kept, code.Code);
        Assert.Equal(naceClass, code.NaceClass);
        Assert.Equal(kept[..2], code.Division);
        Assert.Equal(code, ActivityCode.Parse(code.Value));
    }

    [Theory]
    [InlineData("", FaultCause.Empty)]
    [InlineData("2", FaultCause.WrongLength)]
    [InlineData("2829911", FaultCause.WrongLength)]
    [InlineData("C28", FaultCause.WrongShape)]
    [InlineData("00.10", FaultCause.WrongShape)]
    [InlineData("28.2.9", FaultCause.WrongShape)]
    [InlineData("282.9", FaultCause.WrongShape)]
    [InlineData("28.", FaultCause.WrongShape)]
    public void Given_a_wrong_code_then_the_cause_is_named(string raw, FaultCause cause)
    {
        Assert.False(ActivityCode.TryParse(ActivityClassification.Ateco2007, raw, out _, out var fault));
        Assert.Equal(cause, fault.Cause);
    }

    [Fact]
    public void Given_the_same_digits_in_two_editions_then_they_are_different_codes()
    {
        var old = ActivityCode.Parse("Ateco2007:28.29.9");
        var current = ActivityCode.Parse("Ateco2025:28.29.9");

        Assert.NotEqual(old, current);
        Assert.Equal(old.Division, current.Division);
    }

    [Theory]
    [InlineData("28.29.9")]
    [InlineData("Ateco1991:28.29")]
    [InlineData("Ateco2025:")]
    public void Given_a_stored_text_that_is_wrong_then_reading_it_throws(string stored) =>
        Assert.Throws<FormatException>(() => ActivityCode.Parse(stored));
}

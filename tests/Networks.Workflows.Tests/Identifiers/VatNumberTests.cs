using FsCheck;
using FsCheck.Fluent;
using Networks.Data.Firms;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class VatNumberTests
{
    [Theory]
    [InlineData("00743110157")]
    [InlineData("12345670157")]
    [InlineData("00000010157")]
    public void Given_a_valid_number_then_it_is_taken_as_it_is(string raw)
    {
        Assert.True(VatNumber.TryParse(raw, out var vat, out var fault));
        Assert.Null(fault);
        Assert.Equal(raw, vat.Value);
        Assert.Equal(raw, vat.ToString());
        Assert.False(vat.HasOddOffice);
    }

    [Theory]
    [InlineData(" 00743110157 ")]
    [InlineData("IT00743110157")]
    [InlineData("it 007.431.101-57")]
    [InlineData("IT\u00a00074311\u200b0157")]
    public void Given_what_people_paste_then_it_is_normalised(string raw)
    {
        Assert.True(VatNumber.TryParse(raw, out var vat, out _));
        Assert.Equal("00743110157", vat.Value);
    }

    [Theory]
    [InlineData("12345678901", FaultCause.WrongCheck, "identifiers.vat-wrong-check")]
    [InlineData("00743110158", FaultCause.WrongCheck, "identifiers.vat-wrong-check")]
    [InlineData("00000000000", FaultCause.NotAssigned, "identifiers.vat-not-assigned")]
    [InlineData("0074311015", FaultCause.WrongLength, "identifiers.vat-wrong-length")]
    [InlineData("007431101570", FaultCause.WrongLength, "identifiers.vat-wrong-length")]
    [InlineData("0074311015A", FaultCause.WrongShape, "identifiers.vat-wrong-shape")]
    [InlineData("٠٠٧٤٣١١٠١٥٧", FaultCause.WrongShape, "identifiers.vat-wrong-shape")]
    [InlineData("", FaultCause.Empty, "identifiers.vat-empty")]
    [InlineData("  ", FaultCause.Empty, "identifiers.vat-empty")]
    [InlineData(null, FaultCause.Empty, "identifiers.vat-empty")]
    [InlineData("IT", FaultCause.Empty, "identifiers.vat-empty")]
    public void Given_a_wrong_number_then_the_cause_is_named(string? raw, FaultCause cause, string code)
    {
        Assert.False(VatNumber.TryParse(raw, out var vat, out var fault));
        Assert.Equal(cause, fault.Cause);
        Assert.Equal(code, fault.Code);
        Assert.Equal(default, vat);
    }

    [Fact]
    public void Given_a_short_number_then_the_fault_says_how_many_characters_there_are()
    {
        Assert.False(VatNumber.TryParse("12345", out _, out var fault));
        Assert.Equal([5], fault.Values);
    }

    [Fact]
    public void Given_a_very_long_text_then_it_is_refused_by_length()
    {
        Assert.False(VatNumber.TryParse(new string('1', 5_000_000), out _, out var fault));
        Assert.Equal(FaultCause.WrongLength, fault.Cause);
    }

    [Theory]
    [InlineData("1234567001", false)]
    [InlineData("1234567100", false)]
    [InlineData("1234567120", false)]
    [InlineData("1234567121", false)]
    [InlineData("1234567888", false)]
    [InlineData("1234567999", false)]
    [InlineData("1234567000", true)]
    [InlineData("1234567101", true)]
    [InlineData("1234567122", true)]
    [InlineData("1234567998", true)]
    public void Given_an_office_then_only_the_unknown_ones_are_odd(string first10, bool odd) =>
        Assert.Equal(odd, VatNumber.Parse(Digits.WithLuhn(first10)).HasOddOffice);

    [Fact]
    public void Given_any_valid_number_then_every_single_digit_typo_is_refused() =>
        Prop.ForAll(Digits.Of(10), first10 =>
        {
            var valid = Digits.WithLuhn(first10);
            return VatNumber.TryParse(valid, out _, out _) && !Digits.Typos(valid).Any(t => VatNumber.TryParse(t, out _, out _));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_valid_number_then_it_is_read_back_as_stored() =>
        Prop.ForAll(Digits.Of(10), first10 =>
        {
            var vat = VatNumber.Parse(Digits.WithLuhn(first10));
            return VatNumber.Parse(vat.Value) == vat && VatNumber.Parse($" it-{vat} ") == vat;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_text_then_a_number_or_a_fault_comes_back_and_never_both() =>
        Prop.ForAll<string?>(raw => VatNumber.TryParse(raw, out var vat, out var fault) == (fault is null)
            && (fault is null) == (vat.Value.Length == 11)).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_a_stored_text_that_is_wrong_then_reading_it_throws() =>
        Assert.Throws<FormatException>(() => VatNumber.Parse("12345678901"));
}

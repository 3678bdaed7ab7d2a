using FsCheck;
using FsCheck.Fluent;
using Networks.Data.Firms;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class FrenchNumberTests
{
    [Fact]
    public void Given_the_number_of_an_enterprise_then_it_is_taken()
    {
        Assert.True(Siren.TryParse("732 829 320", out var siren, out _));
        Assert.Equal("732829320", siren.Value);
    }

    [Theory]
    [InlineData("73282932000074")]
    [InlineData("35600000049837")]
    [InlineData("35600000000048")]
    public void Given_the_number_of_an_establishment_then_it_is_taken(string raw)
    {
        Assert.True(Siret.TryParse(raw, out var siret, out _));
        Assert.Equal(raw, siret.Value);
        Assert.Equal(raw[..9], siret.Siren.Value);
    }

    [Theory]
    [InlineData("73282932000075", FaultCause.WrongCheck)]
    [InlineData("35600000049838", FaultCause.WrongCheck)]
    [InlineData("7328293200007", FaultCause.WrongLength)]
    [InlineData("7328293200007A", FaultCause.WrongShape)]
    [InlineData("00000000000000", FaultCause.NotAssigned)]
    [InlineData("", FaultCause.Empty)]
    public void Given_a_wrong_establishment_then_the_cause_is_named(string raw, FaultCause cause)
    {
        Assert.False(Siret.TryParse(raw, out _, out var fault));
        Assert.Equal(cause, fault.Cause);
    }

    [Theory]
    [InlineData("732829321", FaultCause.WrongCheck)]
    [InlineData("73282932", FaultCause.WrongLength)]
    [InlineData("73282932X", FaultCause.WrongShape)]
    [InlineData("000000000", FaultCause.NotAssigned)]
    [InlineData(null, FaultCause.Empty)]
    public void Given_a_wrong_enterprise_then_the_cause_is_named(string? raw, FaultCause cause)
    {
        Assert.False(Siren.TryParse(raw, out _, out var fault));
        Assert.Equal(cause, fault.Cause);
    }

    [Fact]
    public void Given_a_numeric_key_then_it_is_checked()
    {
        Assert.True(FrenchVat.TryParse("fr 44 732829320", out var vat, out _));
        Assert.Equal("FR44732829320", vat.Value);
        Assert.Equal("732829320", vat.Siren?.Value);
        Assert.False(vat.HasUncheckedKey);
    }

    [Fact]
    public void Given_a_key_with_a_letter_then_it_passes_with_a_warning()
    {
        Assert.True(FrenchVat.TryParse("FRK7732829320", out var vat, out _));
        Assert.True(vat.HasUncheckedKey);
    }

    [Fact]
    public void Given_a_number_of_Monaco_then_it_has_no_enterprise_number()
    {
        var key = (12 + (3 * (4605 % 97))) % 97;

        Assert.True(FrenchVat.TryParse($"FR{key:00}000004605", out var vat, out _));
        Assert.Null(vat.Siren);
    }

    [Theory]
    [InlineData("FR45732829320", FaultCause.WrongCheck)]
    [InlineData("FR44732829321", FaultCause.WrongCheck)]
    [InlineData("FRO4732829320", FaultCause.WrongShape)]
    [InlineData("FRI4732829320", FaultCause.WrongShape)]
    [InlineData("IT44732829320", FaultCause.WrongShape)]
    [InlineData("FR4473282932", FaultCause.WrongLength)]
    [InlineData("", FaultCause.Empty)]
    public void Given_a_wrong_vat_number_then_the_cause_is_named(string raw, FaultCause cause)
    {
        Assert.False(FrenchVat.TryParse(raw, out _, out var fault));
        Assert.Equal(cause, fault.Cause);
    }

    [Fact]
    public void Given_any_enterprise_then_every_single_digit_typo_is_refused() =>
        Prop.ForAll(Digits.Of(8), first8 => Siren.Parse(Digits.WithLuhn(first8)).Value.Length == 9
            && !Digits.Typos(Digits.WithLuhn(first8)).Any(t => Siren.TryParse(t, out _, out _))).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_any_enterprise_then_exactly_one_numeric_key_fits() =>
        Prop.ForAll(Digits.Of(8).Filter(d => !d.StartsWith("000", StringComparison.Ordinal)), first8 =>
            Enumerable.Range(0, 100).Count(key => FrenchVat.TryParse($"FR{key:00}{Digits.WithLuhn(first8)}", out _, out _)) == 1)
            .QuickCheckThrowOnFailure();
}

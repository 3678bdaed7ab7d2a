using FsCheck;
using FsCheck.Fluent;
using Networks.Data.Firms;
using Networks.Data.Reference;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class ReaNumberTests
{
    [Theory]
    [InlineData("MI-1234567", "MI", 1234567)]
    [InlineData("mi 1234567", "MI", 1234567)]
    [InlineData("CO0012345", "CO", 12345)]
    [InlineData("NA-7", "NA", 7)]
    public void Given_a_valid_number_then_sigla_and_number_are_apart(string raw, string sigla, int number)
    {
        Assert.True(ReaNumber.TryParse(raw, out var rea, out var fault));
        Assert.Null(fault);
        Assert.Equal(sigla, rea.Sigla);
        Assert.Equal(number, rea.Number);
        Assert.Equal($"{sigla}-{number}", rea.Value);
    }

    [Theory]
    [InlineData("", FaultCause.Empty, "identifiers.rea-empty")]
    [InlineData("MI", FaultCause.WrongLength, "identifiers.rea-wrong-length")]
    [InlineData("MI-12345678", FaultCause.WrongLength, "identifiers.rea-wrong-length")]
    [InlineData("1234567", FaultCause.WrongShape, "identifiers.rea-wrong-shape")]
    [InlineData("MI-12A4567", FaultCause.WrongShape, "identifiers.rea-wrong-shape")]
    [InlineData("MI-0000000", FaultCause.NotAssigned, "identifiers.rea-not-assigned")]
    [InlineData("XX-1234567", FaultCause.UnknownProvince, "identifiers.rea-unknown-province")]
    public void Given_a_wrong_number_then_the_cause_is_named(string raw, FaultCause cause, string code)
    {
        Assert.False(ReaNumber.TryParse(raw, out _, out var fault));
        Assert.Equal(cause, fault.Cause);
        Assert.Equal(code, fault.Code);
    }

    [Fact]
    public void Given_any_province_and_number_then_it_is_read_back_as_stored() =>
        Prop.ForAll(
            Gen.Elements(Provinces.All.Select(p => p.Sigla).ToArray()).ToArbitrary(),
            Gen.Choose(1, 9_999_999).ToArbitrary(),
            (sigla, number) => ReaNumber.Parse(ReaNumber.Parse($"{sigla}-{number:0000000}").Value) is var rea
                && rea.Sigla == sigla && rea.Number == number).QuickCheckThrowOnFailure();
}

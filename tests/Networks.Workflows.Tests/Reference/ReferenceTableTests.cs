using Networks.Data.Reference;

namespace Networks.Workflows.Tests.Reference;

public sealed class ReferenceTableTests
{
    private static readonly DateOnly _day = new(2026, 11, 22);

    [Fact]
    public void Given_the_provinces_then_there_are_107_and_each_has_one_chamber()
    {
        var provinces = Provinces.All.Where(p => p.Validity.Holds(_day)).ToList();

        Assert.Equal(107, provinces.Count);
        Assert.Equal(107, provinces.Select(p => p.Sigla).Distinct().Count());
        Assert.Equal(20, provinces.Select(p => p.RegionIstat).Distinct().Count());
        Assert.All(provinces, p => Assert.NotNull(Chambers.Of(p.Sigla, _day)));
        Assert.All(Chambers.All.SelectMany(c => c.Provinces), sigla => Assert.NotNull(Provinces.Find(sigla, _day)));
    }

    [Fact]
    public void Given_NA_then_it_is_Napoli()
    {
        Assert.Equal("Napoli", Provinces.Find("NA", _day)?.Name);
        Assert.Equal("napoli", Chambers.Of("NA", _day)?.Code);
    }

    [Theory]
    [InlineData("MI", "ITC4C", "03")]
    [InlineData("LC", "ITC43", "03")]
    [InlineData("GE", "ITC33", "07")]
    [InlineData("SU", "ITG2H", "20")]
    [InlineData("TO", null, "01")]
    public void Given_a_province_then_it_has_region_and_where_read_its_European_code(string sigla, string? nuts3, string region)
    {
        var province = Provinces.Find(sigla, _day);

        Assert.NotNull(province);
        Assert.Equal(nuts3, province.Nuts3);
        Assert.Equal(region, province.RegionIstat);
    }

    [Fact]
    public void Given_a_day_before_the_province_then_there_is_none()
    {
        Assert.Null(Provinces.Find("SU", new DateOnly(2016, 12, 31)));
        Assert.NotNull(Provinces.Find("SU", new DateOnly(2017, 1, 1)));
        Assert.Null(Provinces.Find("XX", _day));
    }

    [Fact]
    public void Given_Sardinia_then_its_rows_carry_the_mark() =>
        Assert.Equal(["CA", "NU", "OR", "SS", "SU"], Provinces.All.Where(p => p.ToVerify).Select(p => p.Sigla));

    [Theory]
    [InlineData("como-lecco", "CO LC")]
    [InlineData("milano-monza-brianza-lodi", "LO MB MI")]
    [InlineData("cremona-mantova-pavia", "CR MN PV")]
    [InlineData("riviere-di-liguria", "IM SP SV")]
    [InlineData("venezia-rovigo", "RO VE")]
    [InlineData("umbria", "PG TR")]
    [InlineData("marche", "AN AP FM MC PU")]
    public void Given_a_merged_chamber_then_all_its_provinces_file_there(string code, string provinces)
    {
        var sigle = provinces.Split(' ');

        Assert.Equal(sigle, Chambers.Find(code)?.Provinces.Order());
        Assert.All(sigle, sigla => Assert.Equal(code, Chambers.Of(sigla, _day)?.Code));
    }

    [Fact]
    public void Given_the_chambers_then_codes_are_unique_and_every_row_is_still_to_verify()
    {
        Assert.Equal(Chambers.All.Count, Chambers.All.Select(c => c.Code).Distinct().Count());
        Assert.All(Chambers.All, c => Assert.True(c.ToVerify));
        Assert.Null(Chambers.Find("atlantide"));
        Assert.Null(Chambers.Of("XX", _day));
    }

    [Fact]
    public void Given_the_fees_then_they_are_cents_with_their_marks()
    {
        var fees = Fees.On(_day);

        Assert.Equal(9000, fees.RegistryOfCompany.Cents);
        Assert.Equal(1800, fees.RegistryOfSoleProprietor.Cents);
        Assert.Equal(9000, fees.RegistryOfReferenceEnterprise.Cents);
        Assert.Equal(6500, fees.StampOfCapitalCompany.Cents);
        Assert.Equal(5900, fees.StampOfPartnership.Cents);
        Assert.Equal(1750, fees.StampOfSoleProprietor.Cents);
        Assert.Equal(0, fees.NoticeByCertifiedEmail.Cents);
        Assert.Equal(6270, fees.RegistryOfAnnualStatement.Cents);
        Assert.Equal(6500, fees.StampOfAnnualStatement.Cents);
        Assert.True(fees.RegistryOfReferenceEnterprise.ToVerify);
        Assert.False(fees.RegistryOfCompany.ToVerify);
    }

    [Fact]
    public void Given_an_amount_that_changes_then_the_day_decides()
    {
        var rows = ReferenceTable.Read("""
            item,cents,valid_from,valid_to,to_verify,source
            registry-company,9000,,2026-12-31,no,S15
            registry-company,9500,2027-01-01,,yes,S15
            """).Select(Fees.Of).ToList();

        Assert.Equal(9000, new FeeTable(rows, new DateOnly(2026, 12, 31)).RegistryOfCompany.Cents);
        Assert.Equal(9500, new FeeTable(rows, new DateOnly(2027, 1, 1)).RegistryOfCompany.Cents);
    }

    [Fact]
    public void Given_a_broken_line_then_reading_says_so()
    {
        Assert.Throws<FormatException>(() => ReferenceTable.Read("a,b\n1"));
        Assert.Throws<FormatException>(() => ReferenceTable.YesNo("maybe"));
    }
}

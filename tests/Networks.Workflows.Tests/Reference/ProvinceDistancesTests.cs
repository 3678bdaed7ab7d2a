using Networks.Data.Reference;

namespace Networks.Workflows.Tests.Reference;

public sealed class ProvinceDistancesTests
{
    [Theory]
    [InlineData("MI", "MB", 10, 30)]
    [InlineData("LC", "MB", 20, 45)]
    [InlineData("MI", "TO", 100, 150)]
    [InlineData("MI", "RM", 420, 520)]
    [InlineData("SU", "CA", 10, 70)]
    [InlineData("BZ", "SR", 1000, 1150)]
    public void Given_two_provinces_then_they_lie_about_as_far_apart_as_on_a_map(string one, string other, double least, double most)
    {
        var far = ProvinceDistances.Between(one, other)!.Value;

        Assert.InRange(far, least, most);
        Assert.Equal(far, ProvinceDistances.Between(other, one)!.Value, 6);
    }

    [Fact]
    public void Given_every_province_of_today_then_it_has_a_middle()
    {
        Assert.All(Provinces.All.Where(p => p.Validity.Holds(new DateOnly(2026, 1, 1)) && p.Sigla.Length == 2), p => Assert.Equal(0, ProvinceDistances.Between(p.Sigla, p.Sigla)));
    }

    [Fact]
    public void Given_a_wider_circle_then_it_holds_all_of_the_narrower_one_and_begins_with_what_was_asked_for()
    {
        var near = ProvinceDistances.Around(["LC", "MB"], 30);
        var wide = ProvinceDistances.Around(["LC", "MB"], 100);

        Assert.Equal(["LC", "MB"], near.Take(2));
        Assert.Contains("CO", near);
        Assert.Empty(near.Except(wide));
        Assert.Contains("BG", wide);
        Assert.DoesNotContain("RM", wide);
        Assert.Empty(ProvinceDistances.Around([], 100));
    }
}

using Networks.Data;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class IdsTests
{
    private readonly FixedClock _clock = new(new DateTimeOffset(2026, 3, 10, 11, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Given_one_instant_when_many_ids_are_made_then_they_differ_and_follow_one_another()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => Ids.New(_clock)).ToList();

        Assert.Equal(ids.Order(), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Given_an_id_then_it_is_of_version_7_and_holds_its_millisecond()
    {
        var id = Ids.New(_clock);

        Assert.Equal(7, id.Version);
        Assert.Equal(8, id.Variant & 0xC);
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), Convert.ToInt64(id.ToString("N")[..12], 16));
    }
}

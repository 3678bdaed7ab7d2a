using Networks.Workflows.Discovery.Cards;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>Cards over generated firms: nobody is alone on one, whoever looks.</summary>
public sealed class CardMakerTests
{
    private const int K = 5;

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 200)]
    [InlineData(3, 1000)]
    [InlineData(4, 3000)]
    public void Given_generated_firms_then_every_card_stands_for_k_that_are_strange_to_any_desk(int seed, int count)
    {
        var firms = Generated(new Random(seed), count);

        var cards = CardMaker.Make(firms, K);

        Assert.Equal(count, cards.Count);
        foreach (var same in firms.GroupBy(f => cards[f.Number]))
        {
            foreach (var desk in firms.Select(f => f.Desk).Distinct())
            {
                var strange = same.Count(f => f.Desk != desk);
                Assert.True(strange is 0 or >= K, $"{strange} on the card {same.Key}");
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Given_generated_firms_then_a_card_says_nothing_that_does_not_hold(int seed)
    {
        var firms = Generated(new Random(seed), 500);

        var cards = CardMaker.Make(firms, K);

        Assert.All(firms, f => Assert.Empty(cards[f.Number].Split(' ').Except(f.Terms)));
        Assert.True(cards.Values.Distinct().Count() > 20, "the cards say too little to be of use");
    }

    [Fact]
    public void Given_fewer_than_k_firms_then_there_is_no_card() =>
        Assert.Empty(CardMaker.Make(Generated(new Random(7), K - 1), K));

    [Fact]
    public void Given_four_firms_of_one_desk_and_one_of_another_then_there_is_no_card()
    {
        var mine = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        List<UncardedFirm> firms = [.. Enumerable.Range(1, 4).Select(n => new UncardedFirm(n, mine, ["xcit0"])), new UncardedFirm(5, Guid.Empty, ["xcit0"])];

        Assert.Empty(CardMaker.Make(firms, K));
    }

    [Fact]
    public void Given_a_province_with_too_few_firms_then_their_cards_show_the_region()
    {
        List<UncardedFirm> firms =
        [
            .. Enumerable.Range(1, 5).Select(n => new UncardedFirm(n, new Guid(n % 2, 0, 0, new byte[8]), ["xcit0", "xr030", "xpmi0"])),
            .. Enumerable.Range(6, 5).Select(n => new UncardedFirm(n, new Guid(n % 2, 0, 0, new byte[8]), ["xcit0", "xr030", "xpmi0"])),
            .. Enumerable.Range(11, 2).Select(n => new UncardedFirm(n, new Guid(n % 2, 0, 0, new byte[8]), ["xcit0", "xr030", "xplc0"])),
        ];

        var cards = CardMaker.Make(firms, K);

        Assert.All(cards.Values, card => Assert.Equal("xcit0 xr030", card));
    }

    internal static List<UncardedFirm> Generated(Random random, int count)
    {
        var desks = Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, new byte[8])).ToList();
        string[] provinces = ["lc", "lc", "lc", "mb", "mb", "mi", "mi", "mi", "mi", "co", "pv", "so"];
        string[] words = ["stampi", "acciaio", "inox", "torni", "lamiera", "plastica", "ottone", "valvole", "ingranaggi", "prototipi"];
        return [.. Enumerable.Range(1, count).Select(n =>
        {
            var terms = new HashSet<string> { "xcit0", "xr030", $"xp{provinces[random.Next(provinces.Length)]}0", $"xs{random.Next(4)}0" };
            for (var i = random.Next(4); i > 0; i--)
            {
                terms.Add($"xk{random.Next(12)}0");
            }

            for (var i = random.Next(6); i > 0; i--)
            {
                terms.Add(words[random.Next(words.Length)]);
            }

            // One in ten has a word of its own: that is what must never be on a card.
            if (random.Next(10) == 0)
            {
                terms.Add("unica" + string.Concat($"{n}".Select(c => (char)('a' + c - '0'))));
            }

            return new UncardedFirm(n, desks[random.Next(desks.Count)], [.. terms]);
        })];
    }
}

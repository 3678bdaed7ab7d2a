using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.SaveFirmRecord;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>The cards of a large division are written in many acts, and no act leaves a card that hides too few.</summary>
public sealed class CardPortionsTests : IAsyncLifetime
{
    private const int Firms = 48;

    private readonly Watch _watch = new();
    private Given _given = null!;
    private List<FirmId> _firms = [];

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services
            .AddSingleton(DiscoveryLimits.Default with { CardsAtOnce = 3, CardsTogether = 7 }).AddSingleton(_watch).AddScoped<IConsequence, Watching>());
        for (var number = 1; number <= Firms; number++)
        {
            var desk = number % 2 == 0 ? _given.Como : _given.Monza;
            _firms.Add(await _given.RegisteredAsync(desk, number, ("province", number % 4 < 2 ? "CO" : "LC"), ("capabilities", number % 8 < 4 ? "welding" : "moulding")));
        }
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_large_division_when_its_cards_are_made_then_each_act_is_short_and_leaves_only_cards_that_hide_their_firms()
    {
        _watch.Start();
        await _given.MakeCardsAsync();
        var acts = _watch.Acts;
        await AsPlannedAsync();

        foreach (var firm in _firms.Where((_, i) => i % 3 == 0))
        {
            await SaveAsync(firm, ("province", "MB"), ("capabilities", "casting"));
        }

        await _given.MakeCardsAsync();

        Assert.True(acts > 4, $"{acts} acts");
        Assert.True(_watch.Fewest >= DiscoveryLimits.Default.AnonymityK, $"a card of {_watch.Fewest} firms was shown");
        await AsPlannedAsync();
        Assert.Empty(await _given.ReadAsync(db => db.SearchCards.Where(c => !db.SearchEntries.Any(e => e.CardNumber == c.Number)).ToListAsync()));
    }

    [Fact]
    public async Task Given_cards_thought_out_when_a_firm_changes_before_they_are_written_then_its_whole_card_waits_and_the_others_are_shown()
    {
        var plan = await _given.PlanCardsAsync("28");
        var changed = await _given.EntryAsync(_firms[0]);
        var card = plan.Cards[changed.Number];
        await SaveAsync(_firms[0], ("capabilities", "casting"));

        _given.Actor = Actor.Service;
        Assert.True((await _given.SendAsync(new MakeCardsInParts("28") { Plan = plan, Written = [.. plan.Cards.Values.Distinct()] })).Ok);

        var shown = await _given.ReadAsync(db => db.SearchEntries.Where(e => e.CardNumber != null).Select(e => e.Shared).ToListAsync());
        Assert.DoesNotContain(card, shown);
        Assert.Equal(plan.Cards.Values.Count(c => c != card), shown.Count);
        await _given.MakeCardsAsync();
        await AsPlannedAsync();
    }

    [Fact]
    public async Task Given_a_large_division_when_so_many_withdraw_that_too_few_stay_on_a_card_then_it_is_hidden_in_the_same_act()
    {
        await _given.MakeCardsAsync();
        var card = (await _given.EntryAsync(_firms[0])).CardNumber;
        var alike = await _given.ReadAsync(db => db.SearchEntries.Where(e => e.CardNumber == card).Select(e => e.FirmId).ToListAsync());
        _watch.Start();

        foreach (var firm in alike.SkipLast(1))
        {
            await SaveAsync(firm, ("allows-anonymous", ""));
        }

        Assert.True(_watch.Fewest >= DiscoveryLimits.Default.AnonymityK, $"a card of {_watch.Fewest} firms was shown");
        Assert.Null((await _given.EntryAsync(alike[^1])).CardNumber);
    }

    private async Task SaveAsync(FirmId firm, params (string Field, string Value)[] values)
    {
        var desk = _firms.IndexOf(firm) % 2 == 0 ? _given.Monza : _given.Como;
        await _given.DoneAsync(desk, new SaveFirmRecord(firm, values.ToDictionary(v => v.Field, v => v.Value), "phone"));
    }

    private async Task AsPlannedAsync()
    {
        var plan = await _given.PlanCardsAsync("28");
        var entries = await _given.ReadAsync(db => db.SearchEntries.AsNoTracking().ToListAsync());
        Assert.All(entries, e => Assert.Equal((plan.Cards.GetValueOrDefault(e.Number, ""), false), (e.Shared, e.CardIsStale)));
        Assert.All(entries, e => Assert.Equal(e.Shared.Length > 0, e is { CardNumber: not null, CardKey: not null }));
        Assert.Equal(plan.Cards.Values.Distinct().Count(), entries.Where(e => e.CardNumber is not null).Select(e => e.CardNumber).Distinct().Count());
    }

    private sealed class Watch
    {
        public int Acts { get; set; }

        public int Fewest { get; set; } = int.MaxValue;

        public bool On { get; private set; }

        public void Start() => On = true;
    }

    /// <summary>Looks at what each act leaves.</summary>
    private sealed class Watching(NetworksDbContext db, Watch watch) : IConsequence
    {
        public bool Waits => watch.On;

        public async Task<bool> FollowAsync(CancellationToken cancellationToken)
        {
            if (watch.On)
            {
                watch.Acts++;
                var cards = await db.SearchEntries.Where(e => e.CardNumber != null).GroupBy(e => e.CardNumber).Select(same => same.Count()).ToListAsync(cancellationToken);
                watch.Fewest = cards.Append(watch.Fewest).Min();
            }

            return false;
        }
    }
}

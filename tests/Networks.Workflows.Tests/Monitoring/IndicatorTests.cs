using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Monitoring;
using Networks.Workflows.Casework.CorrectFact;
using Networks.Workflows.Monitoring.CompareDays;
using Networks.Workflows.Monitoring.Indicators;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.ShowIndicators;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>Numbers that the funder can trust: frozen by month, corrected beside, never over.</summary>
public sealed class IndicatorTests
{
    private static readonly DateOnly _march = new(2026, 3, 1);

    [Fact]
    public async Task Given_a_month_is_over_when_its_day_has_come_then_it_is_frozen_once_and_chained_to_the_one_before()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(2);
        given.Clock.Advance(TimeSpan.FromDays(24));
        Assert.Equal(0, await SweepAsync(given));

        given.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((1, 0), (await SweepAsync(given), await SweepAsync(given)));
        given.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Equal(2, await SweepAsync(given));

        var months = await given.ReadAsync(db => db.FrozenMonths.OrderBy(m => m.Month).ToListAsync());
        Assert.Equal([_march, _march.AddMonths(1), _march.AddMonths(2)], months.Select(m => m.Month));
        Assert.Equal([2, 0, 0], months.Select(m => m.Numbers.Single(n => n.Indicator == "opened").Value!.Value));
        Assert.Equal([2, 2, 2], months.Select(m => m.Numbers.Single(n => n.Indicator == "under-way").Value!.Value));
        Assert.Equal([null, months[0].Hash, months[1].Hash], months.Select(m => m.PreviousHash));
        Assert.All(months, m => Assert.True(m.IsIntact()));
        Assert.True((await given.AsLeadAsync(new ShowIndicators())).IsWhole);
    }

    [Fact]
    public async Task Given_a_frozen_month_when_a_day_is_corrected_then_the_number_stays_and_one_restatement_says_old_new_and_whose_entry()
    {
        await using var given = await Given.NewAsync();
        var ids = await given.InDraftingAsync(2);
        given.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync(given);
        await CorrectOpeningAsync(given, ids[0], new DateOnly(2026, 2, 20));
        given.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal((1, 0), (await SweepAsync(given), await SweepAsync(given)));

        var view = await given.AsLeadAsync(new ShowIndicators());
        var one = Assert.Single(view.Restatements);
        Assert.Equal((_march, "opened", 2, 1, "Desk di Lecco"), (one.Month, one.Indicator, one.Before!.Value, one.Now!.Value, one.By));
        Assert.Single(one.Removed);
        var number = view.Months.Single(m => m.Month == _march).Numbers.Single(n => n.Indicator == "opened");
        Assert.Equal((2, true, 1), (number.Value!.Value, number.Corrected, number.Now!.Value));
        Assert.Equal(2, (await given.AsLeadAsync(new ListRegion(new RegionFilter { Indicator = "opened", Month = _march, AsFrozen = true }, 1))).Total);
        Assert.Equal(1, (await given.AsLeadAsync(new ListRegion(new RegionFilter { Indicator = "opened", Month = _march }, 1))).Total);
    }

    [Fact]
    public async Task Given_a_restated_number_when_the_day_is_corrected_back_then_a_second_restatement_starts_from_the_first()
    {
        await using var given = await Given.NewAsync();
        var ids = await given.InDraftingAsync(2);
        given.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync(given);
        foreach (var day in new[] { new DateOnly(2026, 2, 20), new DateOnly(2026, 3, 9) })
        {
            await CorrectOpeningAsync(given, ids[0], day);
            given.Clock.Advance(TimeSpan.FromHours(2));
            await SweepAsync(given);
        }

        var restated = await given.ReadAsync(db => db.Restatements.OrderBy(r => r.FoundAt).ToListAsync());
        Assert.Equal([(2, 1), (1, 2)], restated.Select(r => (r.Before!.Value, r.Now!.Value)));
        Assert.Equal(("", restated[0].Removed), (restated[0].Added, restated[1].Added));
    }

    [Fact]
    public async Task Given_frozen_months_when_they_are_counted_again_from_the_history_then_every_number_is_the_same()
    {
        await using var given = await Given.NewAsync();
        var ids = await given.InDraftingAsync(3);
        given.Clock.Advance(TimeSpan.FromDays(40));
        await SweepAsync(given);
        await CorrectOpeningAsync(given, ids[1], new DateOnly(2026, 2, 1));
        given.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync(given);

        var frozen = await given.ReadAsync(db => db.FrozenMonths.ToListAsync());
        Assert.Equal(2, frozen.Count);
        foreach (var month in frozen)
        {
            foreach (var number in month.Numbers.Where(n => n.Indicator != "median-days"))
            {
                var list = await given.AsLeadAsync(new ListRegion(new RegionFilter { Indicator = number.Indicator, Month = month.Month, AsFrozen = true }, 1));
                Assert.Equal(number.Value, list.Total);
            }
        }
    }

    [Fact]
    public async Task Given_a_frozen_month_was_changed_in_the_database_then_the_view_says_that_the_chain_is_broken()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(1);
        given.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync(given);

        await given.WriteAsync(async db => await db.FrozenMonths.ExecuteUpdateAsync(set => set.SetProperty(m => m.Numbers, new[] { new FrozenNumber("opened", 9, "") })));

        Assert.False((await given.AsLeadAsync(new ShowIndicators())).IsWhole);
    }

    [Fact]
    public async Task Given_an_earlier_day_when_it_is_compared_then_it_is_told_as_it_was_known_and_as_it_was()
    {
        await using var given = await Given.NewAsync();
        var ids = await given.InDraftingAsync(2);
        given.Clock.Advance(TimeSpan.FromDays(5));
        await CorrectOpeningAsync(given, ids[0], new DateOnly(2026, 2, 20));

        var march9 = await given.AsLeadAsync(new CompareDays(new DateOnly(2026, 3, 9)));
        var march10 = await given.AsLeadAsync(new CompareDays(new DateOnly(2026, 3, 10)));

        Assert.Equal((0, 1, 0), march9.States.Where(s => s.State == RegionState.Intake).Select(s => (s.KnownThen, s.ThatDay, s.Now)).Single());
        Assert.Equal([ids[0]], march9.LearntLate.Select(m => m.Id));
        Assert.Equal([ids[0], ids[1]], march9.Moved.Select(m => m.Id));
        Assert.Equal((2, 2, 2), march10.States.Where(s => s.State == RegionState.Drafting).Select(s => (s.KnownThen, s.ThatDay, s.Now)).Single());
        Assert.Empty(march10.Moved);
    }

    private static Task<int> SweepAsync(Given given) => given.Services.GetRequiredService<MonthSweep>().RunAsync(default);

    private static async Task CorrectOpeningAsync(Given given, CaseId id, DateOnly day)
    {
        var opened = await given.ReadAsync(db => db.CaseEvents.Where(e => e.CaseId == id && e.Name == "intake.case-opened").Select(e => e.Number).SingleAsync());
        await given.DoneAsync(given.Lecco, new CorrectFact(Ids.New(given.Clock), id, opened, day, "Prima telefonata."));
    }
}

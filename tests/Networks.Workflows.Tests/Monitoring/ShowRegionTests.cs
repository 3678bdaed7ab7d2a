using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Casework.SuspendCase;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.ShowFunnel;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>The lead's picture: what it counts, whom it names, what it keeps back.</summary>
public sealed class ShowRegionTests
{
    [Fact]
    public async Task Given_networks_in_drafting_when_the_usual_time_is_over_then_the_lead_sees_how_long_and_who_is_waited_for()
    {
        await using var given = await Given.NewAsync();
        var ids = await given.InDraftingAsync(2);
        given.Clock.Advance(TimeSpan.FromDays(91));

        var view = await given.AsLeadAsync(new ShowRegion());

        var stopped = Assert.Single(view.Stopped, s => s.Id == ids[1]);
        Assert.Equal((CasePhase.Drafting, 91, 90, true), (stopped.Phase, stopped.Days, stopped.Usual.Median, stopped.Usual.IsAssumed));
        Assert.Equal((WaitsFor.OwnDesk, "prepare-text", "Desk di Lecco"), (stopped.Cause.Party, stopped.Cause.Task, stopped.Desk));
        Assert.Equal(2, view.Open);
    }

    [Fact]
    public async Task Given_networks_within_the_usual_time_then_none_is_held_up()
    {
        await using var given = await Given.NewAsync();
        await given.CaseInDraftingAsync(3);
        given.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Empty((await given.AsLeadAsync(new ShowRegion())).Stopped);
    }

    [Fact]
    public async Task Given_enough_stays_have_ended_then_usual_is_what_was_seen()
    {
        await using var given = await Given.NewAsync(services => services.AddSingleton(new MonitoringLimits { FewestStays = 2 }));
        await given.InDraftingAsync(2);

        var intake = (await given.AsLeadAsync(new ShowRegion())).Times.Single(t => t.Phase == CasePhase.Intake);

        Assert.Equal((0, 2, false), (intake.Median, intake.Stays, intake.IsAssumed));
    }

    [Fact]
    public async Task Given_one_network_of_two_firms_then_the_network_is_counted_and_its_firms_are_not()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(1);

        var view = await given.AsLeadAsync(new ShowRegion());

        Assert.Equal([1, 1, 0], view.Funnel.Select(f => f.Count));
        Assert.Null(view.Provinces);
    }

    [Fact]
    public async Task Given_provinces_of_many_and_of_few_firms_then_they_are_told_in_bands_and_networks_are_found_where_many_have_firms()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(4, "LC", "LC", "LC", "LC", "LC", "SO", "CO");

        var told = (await given.AsLeadAsync(new ShowRegion())).Provinces!;

        Assert.Equal(
            [new ProvinceRow("LC", new CountRange(4, 7), true), new ProvinceRow("CO", new CountRange(1, 3), false), new ProvinceRow("SO", new CountRange(1, 3), false)],
            told.Rows);
        Assert.Equal((4, 4), (told.AtLeast, (await given.AsLeadAsync(new ListRegion(new RegionFilter { Province = "LC" }))).Total));
        Assert.Equal(0, (await given.AsLeadAsync(new ListRegion(new RegionFilter { Province = "SO" }))).Total);
    }

    [Fact]
    public async Task Given_many_firms_of_a_province_in_few_networks_then_these_are_not_found_by_it()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(3, "LC", "LC", "LC", "LC", "LC");

        Assert.False(Assert.Single((await given.AsLeadAsync(new ShowRegion())).Provinces!.Rows).HasList);
        Assert.Equal(0, (await given.AsLeadAsync(new ListRegion(new RegionFilter { Province = "LC" }))).Total);
    }

    [Fact]
    public async Task Given_a_programme_that_is_stricter_than_the_installation_then_its_bands_are_wider()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(1, "LC", "LC", "LC", "LC", "LC", "LC", "LC");
        await given.WriteAsync(async db => (await db.Programmes.AsTracking().SingleAsync()).SmallCell = 6);

        Assert.Equal(new CountRange(6, 11), Assert.Single((await given.AsLeadAsync(new ShowRegion())).Provinces!.Rows).Firms);
    }

    [Fact]
    public async Task Given_the_picture_then_every_number_is_that_of_the_list_that_it_opens()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(4);
        given.Clock.Advance(TimeSpan.FromDays(100));
        await given.CaseAsync(await given.FirmAsync(given.Lecco, 8), await given.FirmAsync(given.Lecco, 9));

        var view = await given.AsLeadAsync(new ShowRegion());
        var byDesk = await given.AsLeadAsync(new ShowFunnel(false));
        var byMonth = await given.AsLeadAsync(new ShowFunnel(true));

        var numbers =
            view.Funnel.Select(f => (f.Count, new RegionFilter { Reached = f.Stage }))
                .Concat(view.ByDesk.Desks.SelectMany((d, r) => view.ByDesk.States.Select((s, c) => (view.ByDesk.Counts[r][c], new RegionFilter { Desk = d.Id, State = s }))))
                .Concat(view.Flow.SelectMany(m => RegionStates.Take(6).Select(s => (m.Reached[(int)s], new RegionFilter { Reached = s, By = m.Until }))))
                .Concat(byDesk.Rows.Concat(byMonth.Rows).SelectMany(row => row.Stages.Select(s => (s.Count, new RegionFilter { Desk = row.Desk?.Id, OpenedIn = row.Month, Reached = s.Stage }))))
                .Concat(view.Loads.Select(l => (l.Open, new RegionFilter { Desk = l.Desk.Id, Open = true })))
                .Concat(view.Loads.Select(l => (l.Tasks, new RegionFilter { WorkOf = l.Desk.Id })))
                .Concat(view.Loads.Select(l => (l.Overdue, new RegionFilter { WorkOf = l.Desk.Id, Overdue = true })))
                .Concat(view.Loads.Select(l => (l.Firms, new RegionFilter { FirmsOf = l.Desk.Id })))
                .Append((view.StoppedCount, new RegionFilter { Stopped = true })).ToList();
        Assert.True(numbers.Count > 20 && numbers.Sum(n => n.Item1) > 30);
        foreach (var (count, filter) in numbers)
        {
            Assert.Equal(count, (await given.AsLeadAsync(new ListRegion(filter, 1))).Total);
        }
    }

    [Fact]
    public async Task Given_a_network_before_its_effect_when_the_lead_reads_the_list_then_it_has_no_name()
    {
        await using var given = await Given.NewAsync();
        var id = Assert.Single(await given.InDraftingAsync(1));

        var row = Assert.Single((await given.AsLeadAsync(new ListRegion(new RegionFilter(), 1))).Rows);

        Assert.Equal((id, null, RegionState.Drafting, "Desk di Lecco"), (row.Id, row.Name, row.State, row.Desk));
    }

    [Fact]
    public async Task Given_a_case_at_rest_when_it_is_held_up_then_its_desk_has_the_turn()
    {
        await using var given = await Given.NewAsync();
        var id = await given.CaseInDraftingAsync(3);
        await given.DoneAsync(given.Lecco, new SuspendCase(Ids.New(given.Clock), id, "Si aspetta il bando."));
        given.Clock.Advance(TimeSpan.FromDays(120));

        var stopped = Assert.Single((await given.AsLeadAsync(new ShowRegion())).Stopped);

        Assert.Equal((WaitsFor.OwnDesk, null, new DateOnly(2026, 3, 10)), (stopped.Cause.Party, stopped.Cause.Task, stopped.Cause.Since));
    }

    [Fact]
    public async Task Given_a_desk_officer_when_the_picture_is_asked_for_then_there_is_none()
    {
        await using var given = await Given.NewAsync();
        given.Actor = Actor.Of(given.Lecco);

        Assert.Equal(RefusalKind.NotFound, (await given.SendAsync(new ShowRegion())).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await given.SendAsync(new ListRegion(new RegionFilter(), 1))).Refusal!.Kind);
    }

    private static IEnumerable<RegionState> RegionStates => Enum.GetValues<RegionState>();
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Reference;
using Networks.Workflows.Casework.CloseCase;
using Networks.Workflows.Casework.CorrectFact;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ListRegion;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowRegion;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Monitoring;

/// <summary>What the lead's numbers are made from: the history, by the shortcut or without.</summary>
public sealed class ProgressTests
{
    [Fact]
    public async Task Given_the_shortcut_is_behind_then_the_picture_is_right_all_the_same_and_the_sweep_changes_nothing_of_it()
    {
        await using var given = await Given.NewAsync();
        await given.InDraftingAsync(3);
        var before = await given.AsLeadAsync(new ShowRegion());
        Assert.Equal(0, await given.ReadAsync(db => db.CaseProgress.CountAsync()));

        var brought = await given.Services.GetRequiredService<ProgressSweep>().RunAsync(default);

        Assert.Equal((3, 0), (brought, await given.Services.GetRequiredService<ProgressSweep>().RunAsync(default)));
        await using var fresh = given.Services.CreateAsyncScope();
        var memory = new RegionMemory();
        var db = fresh.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var swept = await memory.SeeAsync(db, given.Programme, default);
        var read = await ProgressReading.ReadAsync(db, [.. swept.Networks.Select(n => n.Id)], default);
        Assert.All(swept.Networks, n => Assert.Equal(read[n.Id].Moments, n.Moments));
        Assert.All(swept.Networks, n => Assert.Equal(read[n.Id].Firms, n.Firms));
        Assert.Equal(before.Funnel, (await given.AsLeadAsync(new ShowRegion())).Funnel);
    }

    [Fact]
    public async Task Given_the_picture_was_seen_when_a_network_moves_on_or_is_closed_then_the_next_look_shows_it()
    {
        await using var given = await Given.NewAsync();
        var id = await given.CaseAsync(await given.FirmAsync(given.Lecco, 1), await given.FirmAsync(given.Lecco, 2));
        Assert.Equal([RegionState.Intake], (await given.AsLeadAsync(new ShowRegion())).ByDesk.States);

        await given.DoneAsync(given.Lecco, new CompleteIntake(id) { OperationId = Ids.New(given.Clock) });
        Assert.Equal([RegionState.Drafting], (await given.AsLeadAsync(new ShowRegion())).ByDesk.States);

        await given.DoneAsync(given.Lecco, new CloseCase(Ids.New(given.Clock), id, "no-agreement", null));
        var view = await given.AsLeadAsync(new ShowRegion());
        Assert.Equal([RegionState.Closed], view.ByDesk.States);
        Assert.Equal(0, view.Open);
    }

    [Fact]
    public async Task Given_the_first_call_is_corrected_then_the_network_is_counted_in_the_other_month_and_its_stay_is_longer()
    {
        await using var given = await Given.NewAsync(services => services.AddSingleton(new MonitoringLimits { FewestStays = 1 }));
        var id = Assert.Single(await given.InDraftingAsync(1));
        var opened = await given.ReadAsync(db => db.CaseEvents.Where(e => e.CaseId == id && e.Name == "intake.case-opened").Select(e => e.Number).SingleAsync());

        await given.DoneAsync(given.Lecco, new CorrectFact(Ids.New(given.Clock), id, opened, new DateOnly(2026, 2, 20), "Prima telefonata."));

        Assert.Equal(1, (await given.AsLeadAsync(new ListRegion(new RegionFilter { OpenedIn = new DateOnly(2026, 2, 1) }, 1))).Total);
        Assert.Equal(18, Assert.Single((await given.AsLeadAsync(new ShowRegion())).Times, t => t.Phase == CasePhase.Intake).Median);
    }

    [Theory]
    [InlineData("13001", "13")]
    [InlineData("06000", "06")]
    [InlineData("20000", "2A")]
    [InlineData("20137", "2A")]
    [InlineData("20200", "2B")]
    [InlineData("97100", null)]
    [InlineData("1300", null)]
    [InlineData("1300a", null)]
    [InlineData(null, null)]
    public void Given_a_postal_code_of_France_then_the_department_is_that_of_the_map(string? code, string? department)
    {
        Assert.Equal(department, FrenchDepartments.OfPostalCode(code));
        Assert.True(department is null || ProvinceShapes.All.Any(s => s.Sigla == department));
    }

    [Fact]
    public void Given_moments_when_they_are_written_then_the_same_are_read()
    {
        Moment[] moments =
        [
            new(MomentKind.Opened, default, new DateOnly(2026, 1, 12), 1_768_200_000_000),
            new(MomentKind.Phase, CasePhase.Drafting, new DateOnly(2026, 2, 1), 1_769_900_000_001),
            new(MomentKind.Deed, default, new DateOnly(2026, 3, 1), 1_772_300_000_000),
            new(MomentKind.Effect, default, new DateOnly(2026, 4, 1), 1_775_000_000_000),
            new(MomentKind.Closed, default, new DateOnly(2026, 5, 1), 1_777_600_000_000),
        ];
        RegionFirm[] firms = [new(RegionFirm.PlaceOf("LC"), ulong.MaxValue), new(0, 1), new(RegionFirm.PlaceOf("2A"), 0)];

        Assert.Equal(moments, Moment.Read(Moment.Write(moments)));
        Assert.Equal(firms, RegionFirm.Read(RegionFirm.Write(firms)));
        Assert.Empty(Moment.Read(""));
        Assert.Empty(RegionFirm.Read(""));
    }

    [Fact]
    public void Given_a_day_learnt_late_then_each_instant_knows_its_own_past()
    {
        Moment[] moments =
        [
            new(MomentKind.Opened, default, new DateOnly(2026, 1, 10), 1000),
            new(MomentKind.Phase, CasePhase.Intake, new DateOnly(2026, 1, 10), 1000),
            new(MomentKind.Phase, CasePhase.Drafting, new DateOnly(2026, 2, 1), 2000),
            new(MomentKind.Phase, CasePhase.Signing, new DateOnly(2026, 3, 1), 3000),
            new(MomentKind.Phase, CasePhase.Registration, new DateOnly(2026, 3, 20), 4000),
            new(MomentKind.Effect, default, new DateOnly(2026, 5, 3), 5000),
            new(MomentKind.Effect, default, new DateOnly(2026, 4, 30), 6000),
        ];
        var day = new DateOnly(2026, 5, 2);

        Assert.Null(CaseCourse.Of(moments, 999));
        Assert.Equal(RegionState.Registration, CaseCourse.Of(moments, 4000)!.StateOn(day));
        Assert.Equal(RegionState.Registration, CaseCourse.Of(moments, 5000)!.StateOn(day));
        Assert.Equal(RegionState.InEffect, CaseCourse.Of(moments)!.StateOn(day));
        Assert.Equal(RegionState.Drafting, CaseCourse.Of(moments)!.StateOn(new DateOnly(2026, 2, 28)));
        Assert.Null(CaseCourse.Of(moments)!.StateOn(new DateOnly(2026, 1, 9)));
        Assert.Equal([22, 28, 19, 41], CaseCourse.Of(moments)!.Stays().Select(s => s.Days(day)));
        Assert.Equal(new DateOnly(2026, 2, 1), CaseCourse.Of(moments)!.Reached(RegionState.Discovery));
    }
}

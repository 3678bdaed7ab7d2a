using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Casework.SuspendCase;
using Networks.Workflows.Common;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Monitoring;
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
        var ids = await InDraftingAsync(given, 2);
        given.Clock.Advance(TimeSpan.FromDays(91));

        var view = await SeeAsync(given);

        var stopped = Assert.Single(view.Stopped, s => s.Id == ids[1]);
        Assert.Equal((CasePhase.Drafting, 91, 90, true), (stopped.Phase, stopped.Days, stopped.Usual.Median, stopped.Usual.IsAssumed));
        Assert.Equal((WaitsFor.OwnDesk, "prepare-text", "Desk di Lecco"), (stopped.Party, stopped.Task, stopped.Desk));
        Assert.Equal(2, view.Open);
    }

    [Fact]
    public async Task Given_networks_within_the_usual_time_then_none_is_held_up()
    {
        await using var given = await Given.NewAsync();
        await given.CaseInDraftingAsync(3);
        given.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Empty((await SeeAsync(given)).Stopped);
    }

    [Fact]
    public async Task Given_enough_stays_have_ended_then_usual_is_what_was_seen()
    {
        await using var given = await Given.NewAsync(services => services.AddSingleton(new MonitoringLimits { FewestStays = 2 }));
        await InDraftingAsync(given, 2);

        var intake = (await SeeAsync(given)).Times.Single(t => t.Phase == CasePhase.Intake);

        Assert.Equal((0, 2, false), (intake.Median, intake.Stays, intake.IsAssumed));
    }

    [Fact]
    public async Task Given_fewer_networks_than_may_be_told_then_no_number_of_them_is()
    {
        await using var given = await Given.NewAsync();
        await given.CaseInDraftingAsync(3);

        var view = await SeeAsync(given);

        Assert.Empty(view.Funnel);
        Assert.Null(view.ByDesk);
        Assert.Null(view.Provinces);
    }

    [Fact]
    public async Task Given_four_networks_of_one_desk_then_they_are_counted_at_every_stage_and_at_the_desk()
    {
        await using var given = await Given.NewAsync();
        await InDraftingAsync(given, 4);

        var view = await SeeAsync(given);

        Assert.Equal(
            [(RegionState.Intake, 4, null), (RegionState.Drafting, 4, 100), (RegionState.InEffect, 0, (int?)0)],
            view.Funnel.Select(f => (f.Stage, f.Count ?? -1, f.Percent)));
        Assert.Equal([RegionState.Drafting], Assert.Single(view.ByDesk!.Columns));
        Assert.Equal([4], view.ByDesk.Counts.Totals);
        Assert.Equal(4, view.ByDesk.Counts.Cells[view.ByDesk.Desks.ToList().IndexOf("Desk di Lecco")][0]);
    }

    [Fact]
    public async Task Given_a_case_at_rest_when_it_is_held_up_then_its_desk_has_the_turn()
    {
        await using var given = await Given.NewAsync();
        var id = await given.CaseInDraftingAsync(3);
        await given.DoneAsync(given.Lecco, new SuspendCase(Ids.New(given.Clock), id, "Si aspetta il bando."));
        given.Clock.Advance(TimeSpan.FromDays(120));

        var stopped = Assert.Single((await SeeAsync(given)).Stopped);

        Assert.Equal((WaitsFor.OwnDesk, null, new DateOnly(2026, 3, 10)), (stopped.Party, stopped.Task, stopped.Since));
    }

    [Fact]
    public async Task Given_a_desk_officer_when_the_picture_is_asked_for_then_there_is_none()
    {
        await using var given = await Given.NewAsync();
        given.Actor = Actor.Of(given.Lecco);

        Assert.Equal(RefusalKind.NotFound, (await given.SendAsync(new ShowRegion())).Refusal!.Kind);
    }

    /// <summary>Cases of the same two firms of Lecco, opened and completed by the real commands.</summary>
    private static async Task<IReadOnlyList<CaseId>> InDraftingAsync(Given given, int cases)
    {
        var firms = new[] { await given.FirmAsync(given.Lecco, 1), await given.FirmAsync(given.Lecco, 2) };
        var ids = new List<CaseId>();
        for (var i = 0; i < cases; i++)
        {
            ids.Add(await given.CaseAsync(firms));
            await given.DoneAsync(given.Lecco, new CompleteIntake(ids[^1]) { OperationId = Ids.New(given.Clock) });
        }

        return ids;
    }

    private static async Task<RegionView> SeeAsync(Given given)
    {
        var lead = new Officer(OfficerId.New(given.Clock), given.Lecco.AssociationId, "Capofila Prova", "capofila@pal.example", OfficerRoles.Lead);
        given.Actor = Actor.Of(lead);
        var answer = await given.SendAsync(new ShowRegion());
        return answer.Ok ? answer.Value : throw new InvalidOperationException(answer.Refusal!.Code);
    }
}

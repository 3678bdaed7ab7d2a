using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.History;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.Engine.RetryIncident;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine;

public sealed class TimerSweepTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton<ProcessDefinition, Chased>());

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_reminder_when_a_second_is_missing_then_it_does_not_fire_and_at_its_instant_it_does_once()
    {
        var id = await CaseAsync("chase");
        var due = await _given.ReadAsync(db => db.Timers.Where(t => t.CaseId == id).Select(t => t.DueAt).SingleAsync());

        _given.Clock.Advance(due - _given.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await SweepAsync());

        _given.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await SweepAsync());
        Assert.Equal(0, await SweepAsync());
        Assert.Equal(["test.chased"], await ChasedAsync(id));
    }

    [Fact]
    public async Task Given_a_silent_party_for_a_year_then_the_ladder_stops_at_its_cap()
    {
        var id = await CaseAsync("chase");

        for (var day = 0; day < 365; day++)
        {
            _given.Clock.Advance(TimeSpan.FromDays(1));
            await SweepAsync();
        }

        Assert.Equal(3, (await ChasedAsync(id)).Count);
        Assert.Equal(0, await _given.ReadAsync(db => db.Timers.CountAsync(t => t.CaseId == id && t.Status == TimerStatus.Pending)));
    }

    [Fact]
    public async Task Given_two_sweeps_at_once_then_a_timer_takes_effect_once()
    {
        var id = await CaseAsync("chase");
        _given.Clock.Advance(TimeSpan.FromDays(20));

        await Task.WhenAll(SweepAsync(), SweepAsync(), SweepAsync());

        Assert.Single(await ChasedAsync(id));
    }

    [Fact]
    public async Task Given_a_node_that_was_killed_with_a_claim_when_the_claim_runs_out_then_another_fires_the_timer_and_not_before()
    {
        var id = await CaseAsync("chase");
        _given.Clock.Advance(TimeSpan.FromDays(20));
        var until = _given.Clock.GetUtcNow() + TimerSweep.Lease;
        await _given.ReadAsync(db => db.Timers.Where(t => t.CaseId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Owner, "dead").SetProperty(t => t.ClaimedUntil, until).SetProperty(t => t.Fence, t => t.Fence + 1)));

        Assert.Equal(0, await SweepAsync());
        _given.Clock.Advance(TimerSweep.Lease);
        Assert.Equal(1, await SweepAsync());
        Assert.Single(await ChasedAsync(id));
    }

    [Fact]
    public async Task Given_a_claim_that_another_node_has_taken_over_when_the_first_wakes_late_then_it_changes_nothing()
    {
        var id = await CaseAsync("chase");
        _given.Clock.Advance(TimeSpan.FromDays(20));
        var mine = await _given.ReadAsync(db => db.Timers.AsNoTracking().SingleAsync(t => t.CaseId == id));
        await _given.ReadAsync(db => db.Timers.Where(t => t.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(t => t.Fence, t => t.Fence + 1)));

        var late = await _given.SendAsAsync(Actor.Service, new FireTimer(id, mine.Id, mine.Fence));

        Assert.True(late.Ok);
        Assert.Empty(await ChasedAsync(id));
        Assert.Equal(TimerStatus.Pending, await _given.ReadAsync(db => db.Timers.Where(t => t.Id == mine.Id).Select(t => t.Status).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_timer_that_fails_then_the_others_go_on_and_it_is_parked_with_its_reason_until_it_is_retried()
    {
        var broken = await CaseAsync("broken");
        var sound = await CaseAsync("chase");
        _given.Clock.Advance(TimeSpan.FromDays(20));

        await SweepAsync();
        Assert.Single(await ChasedAsync(sound));
        for (var i = 1; i < TimerSweep.Tries; i++)
        {
            await SweepAsync();
        }

        var timer = await _given.ReadAsync(db => db.Timers.AsNoTracking().SingleAsync(t => t.CaseId == broken));
        Assert.Equal((TimerStatus.Parked, TimerSweep.Tries), (timer.Status, timer.Failures));
        Assert.Contains("broken on purpose", timer.Reason, StringComparison.Ordinal);
        Assert.Equal(0, await SweepAsync());

        _given.Actor = Actor.Person(OfficerId.New(_given.Clock), _given.Lecco.AssociationId, OfficerRoles.Administrator);
        var incident = await _given.ReadAsync(db => db.Incidents.AsNoTracking().SingleAsync());
        Assert.Equal((IncidentKind.Timer, timer.Id, timer.Reason), (incident.Kind, incident.TimerId, incident.Reason));
        Assert.True((await _given.SendAsync(new RetryIncident(broken, incident.Id))).Ok);
        Assert.Equal("engine.not-parked", (await _given.SendAsync(new RetryIncident(broken, incident.Id))).Refusal?.Code);
        Assert.Equal(TimerStatus.Pending, await _given.ReadAsync(db => db.Timers.Where(t => t.Id == timer.Id).Select(t => t.Status).SingleAsync()));
    }

    private Task<int> SweepAsync() => _given.Services.GetRequiredService<TimerSweep>().FireDueAsync(CancellationToken.None);

    private async Task<List<string>> ChasedAsync(CaseId id) => [.. (await _given.HistoryAsync(id)).Where(name => name == "test.chased")];

    private async Task<CaseId> CaseAsync(string need)
    {
        var id = CaseId.New(_given.Clock);
        await _given.WriteAsync(db =>
        {
            db.Add(new Case(id, $"N-2026-{need}", _given.Programme, _given.Lecco.AssociationId, need, new DateOnly(2026, 3, 10)));
            db.Add(new EnterpriseNetwork(id, "Rete Prova"));
            return Task.CompletedTask;
        });
        await _given.InEngineAsync(id, (engine, @case) => engine.StartAsync(@case, Chased.ProcessName, default));
        return id;
    }

    /// <summary>One task with a ladder of three; the reminder of a case with the need "broken" fails.</summary>
    private sealed class Chased : ProcessDefinition
    {
        public const string ProcessName = "chased";

        public override string Name => ProcessName;

        public override int Version => 1;

        protected override ProcessStep Define() =>
            Process(Task("answer").For(Parties.OwnerDesk).Remind(after: 5, every: 3, atMost: 3, Chase));

        private static Task Chase(StepContext context, CancellationToken cancellationToken)
        {
            if (context.Case.Need == "broken")
            {
                throw new InvalidOperationException("broken on purpose");
            }

            context.History.Record(context.Case, "test.chased", context.Calendar.Today());
            return System.Threading.Tasks.Task.CompletedTask;
        }
    }
}

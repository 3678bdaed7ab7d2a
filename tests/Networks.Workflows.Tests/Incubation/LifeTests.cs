using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Incubation.Contributions;
using Networks.Workflows.Incubation.Milestones;
using Networks.Workflows.Incubation.Opportunities;
using Networks.Workflows.Incubation.ShowNetworkLife;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Incubation;

public sealed class LifeTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private static readonly CommonFund _fund = new("denaro", "su conto comune", null, PaymentDays: 30);

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_milestone_when_its_day_passes_then_it_is_late_until_it_is_reached()
    {
        var id = await _given.NetworkInEffectAsync(signers);
        var milestone = await _given.DoneAsync(_given.Lecco, new PlanMilestone(id, "Catalogo comune in tre lingue", new DateOnly(2026, 5, 15)) { OperationId = Ids.New(_given.Clock) });
        Assert.Contains("reach-milestone Open", await _given.TasksAsync(id));

        _given.Clock.GoTo(new DateOnly(2026, 5, 18));
        var late = await LifeAsync(id);
        Assert.True(Assert.Single(late.Milestones).IsLate);
        Assert.Contains(late.Health, f => f.Text == "Catalogo comune in tre lingue: era entro il 15 maggio 2026.");

        await _given.DoneAsync(_given.Lecco, new ReachMilestone(id, milestone, new DateOnly(2026, 5, 17), "stampato") { OperationId = Ids.New(_given.Clock) });
        Assert.Equal("stampato", Assert.Single((await LifeAsync(id)).Milestones).Outcome);
        Assert.Contains("reach-milestone Done reached", await _given.TasksAsync(id));
        Assert.Equal("incubation.done-already", (await RefusedAsync(new ReachMilestone(id, milestone, new DateOnly(2026, 5, 18), null))).Code);
    }

    [Fact]
    public async Task Given_no_milestone_when_the_first_ninety_days_are_planned_then_they_are_tasks_and_only_once()
    {
        var id = await _given.NetworkInEffectAsync(signers);

        var planned = await _given.DoneAsync(_given.Lecco, new PlanFirstDays(Ids.New(_given.Clock), id));

        Assert.Equal((5, new DateOnly(2026, 6, 18)), (planned.Milestones, planned.Until));
        Assert.Equal(5, (await _given.TasksAsync(id)).Count(t => t == "reach-milestone Open"));
        Assert.Equal("incubation.planned-already", (await RefusedAsync(new PlanFirstDays(Ids.New(_given.Clock), id))).Code);
    }

    [Fact]
    public async Task Given_a_call_for_the_network_when_it_is_noted_then_it_stands_there_by_its_last_day_until_its_outcome()
    {
        var id = await _given.NetworkInEffectAsync(signers);
        var call = await _given.DoneAsync(_given.Lecco, new NoteOpportunity(id, "Bando reti 2026", new DateOnly(2026, 4, 10), "almeno tre imprese") { OperationId = Ids.New(_given.Clock) });
        Assert.Equal("incubation.day-passed", (await RefusedAsync(new NoteOpportunity(id, "Bando vecchio", new DateOnly(2026, 3, 1), null))).Code);

        await _given.DoneAsync(_given.Lecco, new SettleOpportunity(id, call, "domanda presentata") { OperationId = Ids.New(_given.Clock) });

        var row = Assert.Single((await LifeAsync(id)).Opportunities);
        Assert.Equal(("Bando reti 2026", "domanda presentata", new DateOnly(2026, 3, 20)), (row.Title, row.Outcome!, row.SettledOn!.Value));
        Assert.Equal("incubation.done-already", (await RefusedAsync(new SettleOpportunity(id, call, "vinto"))).Code);
    }

    [Fact]
    public async Task Given_impossible_words_and_days_when_a_milestone_is_planned_then_each_is_told()
    {
        var id = await _given.NetworkInEffectAsync(signers);

        Assert.Equal(["title", "due-on"], (await RefusedAsync(new PlanMilestone(id, " ", null))).All.Select(r => r.Field));
        Assert.Equal("incubation.day-passed", (await RefusedAsync(new PlanMilestone(id, "Fiera", new DateOnly(2026, 3, 19)))).Code);
    }

    [Fact]
    public async Task Given_a_fund_without_agreed_amounts_then_what_is_due_and_paid_is_unknown_and_not_zero()
    {
        var id = await _given.NetworkInEffectAsync(signers, fund: _fund);

        var rows = (await LifeAsync(id)).Contributions;

        Assert.Equal(4, rows.Count);
        Assert.All(rows, r => Assert.Equal((null, null, new DateOnly(2026, 4, 17)), (r.DueCents, r.PaidCents, r.DueOn!.Value)));
        Assert.Contains((await LifeAsync(id)).Health, f => f.Code == "contributions-unknown");
    }

    [Fact]
    public async Task Given_a_contribution_when_it_is_called_and_paid_in_two_parts_then_the_task_ends_with_the_second()
    {
        var id = await _given.NetworkInEffectAsync(signers, fund: _fund);
        var como = await _given.ParticipantAsync(id, 3);
        Assert.Equal(1, (await _given.DoneAsync(_given.Lecco, new CallContribution(id, como, 1_000_00, new DateOnly(2026, 5, 29)) { OperationId = Ids.New(_given.Clock) })).Firms);
        var called = (await LifeAsync(id)).Contributions.Single(c => !c.IsInitial);
        Assert.Equal("Alfa 3 Srl", called.Firm);

        var part = await _given.DoneAsync(_given.Como, new RecordPayment(id, called.Id, 400_00, new DateOnly(2026, 3, 20), "bonifico") { OperationId = Ids.New(_given.Clock) });
        Assert.Equal(600_00, part.LeftCents);
        Assert.Contains("collect-contribution Open", await _given.TasksAsync(id));
        Assert.Equal("common.not-allowed", (await RefusedAsync(new RecordPayment(id, called.Id, 600_00, new DateOnly(2026, 3, 20), null), _given.Monza)).Code);
        Assert.Equal("incubation.day-to-come", (await RefusedAsync(new RecordPayment(id, called.Id, 600_00, new DateOnly(2026, 3, 21), null))).Code);
        Assert.Equal(0, (await _given.DoneAsync(_given.Lecco, new RecordPayment(id, called.Id, 600_00, new DateOnly(2026, 3, 20), null) { OperationId = Ids.New(_given.Clock) })).LeftCents);

        Assert.Contains("collect-contribution Done paid", await _given.TasksAsync(id));
        Assert.Equal("incubation.amount-wrong", (await RefusedAsync(new CallContribution(id, null, 0, new DateOnly(2026, 5, 29)))).Code);
    }

    [Fact]
    public async Task Given_a_network_without_fund_when_a_contribution_is_called_then_it_is_refused() =>
        Assert.Equal("incubation.no-fund", (await RefusedAsync(new CallContribution(await _given.NetworkInEffectAsync(signers), null, 100, new DateOnly(2026, 5, 29)))).Code);

    [Fact]
    public async Task Given_term_and_notice_then_the_last_day_for_notice_is_told_in_working_days_and_no_statement_is_due()
    {
        var id = await _given.NetworkInEffectAsync(signers, Given.SmallContract with { DurationYears = 1, RenewalYears = 1, NoticeMonths = 3 });

        var life = await LifeAsync(id);

        // 18 December 2026 is a Friday.
        Assert.Equal((new DateOnly(2027, 3, 18), new DateOnly(2026, 12, 18), true), (life.Renewal!.Term.EndsOn, life.Renewal.Term.NoticeBy, life.Renewal.Term.Renews));
        Assert.Equal(BusinessCalendar.WorkingDaysBetween(new DateOnly(2026, 3, 20), new DateOnly(2026, 12, 18)), life.Renewal.WorkingDays);
        Assert.Null(life.StatementOn);
    }

    private Task<NetworkLife> LifeAsync(CaseId id) => _given.DoneAsync(_given.Lecco, new ShowNetworkLife(id));

    private async Task<Refusal> RefusedAsync<T>(MediatR.IRequest<Result<T>> request, Data.Officers.Officer? by = null)
    {
        _given.Actor = Actor.Of(by ?? _given.Lecco);
        return (await _given.SendAsync(request)).Refusal!;
    }
}

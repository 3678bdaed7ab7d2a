using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Casework;
using Networks.Workflows.Casework.Absences;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class AbsenceTests : IAsyncLifetime
{
    private static readonly DateOnly _from = new(2026, 3, 12);
    private static readonly DateOnly _until = new(2026, 3, 20);

    private Given _given = null!;
    private Officer _colleague = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _colleague = new Officer(OfficerId.New(_given.Clock), _given.Lecco.AssociationId, "Collega Lecco", "collega@mail.example", OfficerRoles.Desk);
        await _given.WriteAsync(db =>
        {
            db.Add(_colleague);
            return Task.CompletedTask;
        });
        _case = await _given.CaseInDraftingAsync();
        await _given.NoteAsync(_case);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_planned_absence_then_the_networks_are_the_colleagues_from_the_first_day_to_the_last_and_come_back_by_themselves()
    {
        await _given.DoneAsync(_given.Lecco, Plan());

        foreach (var (day, follows) in new[] { (_from.AddDays(-1), false), (_from, true), (_until, true), (_until.AddDays(1), false) })
        {
            _given.Clock.GoTo(day);
            Assert.Equal(follows, await FollowsAsync(_colleague));
            Assert.True(await FollowsAsync(_given.Lecco));
        }

        var mail = await _given.ReadAsync(db => db.Outbox.SingleAsync(m => m.Kind == MailKinds.StandIn));
        Assert.Equal(_colleague.Email, mail.To);
        Assert.Contains("https://networks.example/absence", mail.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_running_absence_when_the_person_is_back_early_then_the_networks_are_the_persons_again_at_once()
    {
        await _given.DoneAsync(_given.Lecco, Plan());
        _given.Clock.GoTo(_from.AddDays(1));
        var own = Assert.Single((await _given.DoneAsync(_given.Lecco, new ShowAbsences())).Own);
        var foreign = await _given.SendAsAsync(Actor.Of(_colleague), new EndAbsence(Ids.New(_given.Clock), own.Id));

        await _given.DoneAsync(_given.Lecco, new EndAbsence(Ids.New(_given.Clock), own.Id));

        Assert.Equal("common.not-found", foreign.Refusal?.Code);
        Assert.False(await FollowsAsync(_colleague));
        Assert.Empty((await _given.DoneAsync(_colleague, new ShowAbsences())).StandsIn);
    }

    [Fact]
    public async Task Given_an_absence_then_who_stands_in_reads_the_dossier_and_the_task_in_hand_bears_both_names_while_it_runs()
    {
        var item = await _given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == _case && i.Status == WorkItemStatus.Open).Select(i => i.Id).FirstAsync());
        await _given.DoneAsync(_given.Lecco, new HandOverTask(Ids.New(_given.Clock), _case, item.Value, _given.Lecco.Id, Leading: false));
        await _given.DoneAsync(_given.Lecco, Plan());

        _given.Clock.GoTo(_from);
        var view = Assert.Single((await _given.DoneAsync(_colleague, new ShowAbsences())).StandsIn);
        var row = (await _given.DoneAsync(_colleague, new ListMyTasks(TaskScope.Mine))).Rows.First(r => r.Item == item.Value);

        Assert.True(view.Runs);
        Assert.Equal("Le chiavi dell'archivio sono da Marta.", view.Note);
        var network = Assert.Single(view.Networks);
        Assert.Equal(_case, network.Id);
        Assert.NotEmpty(network.Open);
        Assert.Equal("Collega Lecco, al posto di Persona Lecco", row.InHand);
        _given.Clock.GoTo(_until.AddDays(1));
        Assert.Equal("Persona Lecco", (await _given.DoneAsync(_given.Lecco, new ListMyTasks(TaskScope.Mine))).Rows.First(r => r.Item == item.Value).InHand);
    }

    [Fact]
    public async Task Given_two_people_with_one_name_when_one_is_away_then_what_the_other_has_in_hand_stays_hers()
    {
        var namesake = new Officer(OfficerId.New(_given.Clock), _given.Lecco.AssociationId, _given.Lecco.FullName, "omonima@mail.example", OfficerRoles.Desk);
        await _given.WriteAsync(db =>
        {
            db.Add(namesake);
            return Task.CompletedTask;
        });
        var item = await _given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == _case && i.Status == WorkItemStatus.Open).Select(i => i.Id).FirstAsync());
        await _given.DoneAsync(_given.Lecco, new HandOverTask(Ids.New(_given.Clock), _case, item.Value, namesake.Id, Leading: false));
        await _given.DoneAsync(_given.Lecco, Plan());

        _given.Clock.GoTo(_from);

        Assert.Equal(namesake.FullName, (await _given.DoneAsync(_given.Lecco, new ListMyTasks())).Rows.First(r => r.Item == item.Value).InHand);
    }

    [Fact]
    public async Task Given_an_absence_when_it_is_planned_and_ended_then_the_history_of_the_followed_networks_tells_both()
    {
        await _given.NoteAsync(_case);
        await _given.DoneAsync(_given.Lecco, Plan());
        var own = Assert.Single((await _given.DoneAsync(_given.Lecco, new ShowAbsences())).Own);
        await _given.DoneAsync(_given.Lecco, new EndAbsence(Ids.New(_given.Clock), own.Id));

        var told = (await _given.HistoryAsync(_case)).Where(e => e.StartsWith("casework.absence", StringComparison.Ordinal));
        Assert.Equal([CaseworkEvents.AbsencePlanned, CaseworkEvents.AbsenceEnded], told);
    }

    [Fact]
    public async Task Given_days_or_people_that_do_not_fit_then_the_absence_is_refused_with_the_reason()
    {
        await _given.DoneAsync(_given.Lecco, Plan());

        foreach (var (who, plan, code) in new[]
        {
            (_given.Lecco, Plan(), "casework.away-already"),
            (_given.Lecco, Plan() with { From = _until, Until = _until.AddDays(3) }, "casework.away-already"),
            (_colleague, Plan() with { StandIn = _given.Lecco.Id }, "casework.stand-in-away"),
            (_colleague, Plan() with { StandIn = _colleague.Id }, "casework.no-stand-in"),
            (_colleague, Plan() with { StandIn = _given.Como.Id }, "casework.no-stand-in"),
            (_colleague, Plan() with { StandIn = null }, "casework.no-stand-in"),
            (_colleague, Plan() with { Until = _from.AddDays(-1) }, "casework.absence-days"),
            (_colleague, Plan() with { From = _from.AddYears(-1), Until = _from.AddDays(-30) }, "casework.absence-days"),
        })
        {
            Assert.Equal(code, (await _given.SendAsAsync(Actor.Of(who), plan with { OperationId = Ids.New(_given.Clock) })).Refusal?.Code);
        }
    }

    private PlanAbsence Plan() => new(Ids.New(_given.Clock), _colleague.Id, _from, _until, "Le chiavi dell'archivio sono da Marta.");

    private async Task<bool> FollowsAsync(Officer officer) =>
        (await _given.DoneAsync(officer, new ListMyTasks(TaskScope.Mine))).Rows.Any(r => r.CaseId == _case);
}

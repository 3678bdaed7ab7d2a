using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Casework;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Casework;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class ListMyTasksTests : IAsyncLifetime
{
    private readonly StatementCount _statements = new();
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(_statements.AddTo);

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_case_in_drafting_then_the_leading_desk_has_the_turn_and_the_row_leads_to_the_contract()
    {
        var id = await _given.CaseInDraftingAsync();

        var row = Assert.Single((await TasksAsync()).Rows);

        Assert.Equal((TaskGroup.Mine, "prepare-text", id), (row.Group, row.Task, row.CaseId));
        Assert.Equal(15, row.DaysLeft);
        Assert.True(row.Decisive);
    }

    [Fact]
    public async Task Given_firms_in_a_round_then_they_wait_within_their_time_and_after_five_working_days_of_silence_one_row_chases_them()
    {
        var id = await _given.CaseInDraftingAsync(firms: 3);
        await _given.SilentRoundAsync(id, new DateOnly(2026, 3, 31));

        var before = await TasksAsync();
        _given.Clock.GoTo(new DateOnly(2026, 3, 17));
        var after = await TasksAsync();

        Assert.Empty(before.Rows);
        var waiting = Assert.Single(before.Waiting).Sentence;
        Assert.Equal(("waiting-firms", 3), (waiting.Key, (int)waiting.Values[3]));
        Assert.Equal(new DateOnly(2026, 3, 31), before.Coming?.Day);
        var row = Assert.Single(after.Rows);
        Assert.Equal((TaskGroup.Silent, "silent-firms"), (row.Group, row.Task));
        Assert.Equal([3, 3, 5], row.Sentence.Values[3..6]);
    }

    [Fact]
    public async Task Given_a_mail_to_every_silent_firm_then_they_are_left_in_peace_for_three_working_days()
    {
        var id = await _given.CaseInDraftingAsync(firms: 2);
        await _given.SilentRoundAsync(id, new DateOnly(2026, 3, 31));
        _given.Clock.GoTo(new DateOnly(2026, 3, 17));
        foreach (var firm in await _given.ReadAsync(db => db.Participants.Select(p => p.Id).ToListAsync()))
        {
            await _given.QueuedMailAsync(id, firm);
        }

        Assert.Empty((await TasksAsync()).Rows);
        _given.Clock.GoTo(new DateOnly(2026, 3, 20));
        Assert.Equal("silent-firms", Assert.Single((await TasksAsync()).Rows).Task);
    }

    [Fact]
    public async Task Given_duties_then_law_comes_first_with_its_horizon_and_what_is_far_waits()
    {
        var (id, _) = await _given.CaseWithFilingsAsync(new DateOnly(2026, 2, 2), new DateOnly(2026, 2, 10));
        await DutyAsync(id, "meet", new DateOnly(2026, 3, 20), DutySource.Contract);
        await DutyAsync(id, "annual-statement", new DateOnly(2026, 6, 1), DutySource.Law);
        await DutyAsync(id, "pay-fund", new DateOnly(2026, 12, 20), DutySource.Contract);

        var tasks = await TasksAsync();

        Assert.Equal([TaskGroup.ByLaw, TaskGroup.Mine], tasks.Rows.Select(r => r.Group));
        Assert.Equal(new DateOnly(2026, 12, 20), Assert.Single(tasks.Waiting).DueOn);
    }

    [Fact]
    public async Task Given_what_decides_the_effect_and_what_is_due_sooner_then_the_first_comes_first()
    {
        var decisive = await _given.CaseInDraftingAsync();
        for (var i = 0; i < 2; i++)
        {
            await OtherCaseAsync(i, tasks: 2);
        }

        var mine = (await TasksAsync()).Rows.Where(r => r.Task != "next-step").ToList();

        Assert.Equal(decisive, mine[0].CaseId);
        Assert.All(mine.Skip(1), r => Assert.True(r.DueOn < mine[0].DueOn));
    }

    [Fact]
    public async Task Given_a_firm_of_another_desk_to_be_confirmed_then_it_is_that_desks_turn_and_the_leading_desk_waits_and_then_chases()
    {
        var id = await ProposedAsync();

        Assert.Equal("confirm-firm", Assert.Single((await TasksAsync(_given.Como)).Rows).Task);
        Assert.Equal("waiting-desk-one", Assert.Single((await TasksAsync()).Waiting).Sentence.Key);
        _given.Clock.GoTo(new DateOnly(2026, 3, 17));
        var row = Assert.Single((await TasksAsync()).Rows);
        Assert.Equal((TaskGroup.Silent, "silent-desk", id), (row.Group, row.Task, row.CaseId));
        Assert.Contains("Desk di Como", row.Sentence.Values);
    }

    [Fact]
    public async Task Given_two_people_at_a_desk_then_mine_are_the_cases_that_i_wrote_in_last_or_that_nobody_has_touched()
    {
        var id = await _given.CaseInDraftingAsync();
        var colleague = new Officer(OfficerId.New(_given.Clock), _given.Lecco.AssociationId, "Collega Prova", "collega@mail.example", OfficerRoles.Desk);
        await _given.WriteAsync(db =>
        {
            db.Add(colleague);
            return Task.CompletedTask;
        });

        Assert.Equal(1, await MineAsync(_given.Lecco));
        Assert.Equal(1, await MineAsync(colleague));
        await _given.NoteAsync(id);
        Assert.True(await MineAsync(_given.Lecco) > 0);
        Assert.Equal(0, await MineAsync(colleague));
        Assert.Equal((await TasksAsync()).Rows.Count, (await TasksAsync(colleague)).Rows.Count);

        async Task<int> MineAsync(Officer officer) => (await TasksAsync(officer, TaskScope.Mine)).Rows.Count;
    }

    [Fact]
    public async Task Given_everything_is_asked_for_then_other_desks_tasks_are_shown_where_the_case_may_be_read_and_nowhere_else()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1), await _given.FirmAsync(_given.Como, 2));
        Assert.Empty((await TasksAsync(_given.Como, TaskScope.All)).Others);
        await _given.ConfirmedAsync(_given.Como, id, await _given.ParticipantAsync(id, 2));

        var others = (await TasksAsync(_given.Como, TaskScope.All)).Others;

        Assert.Contains(others, r => r.Sentence.Values.Contains("Desk di Lecco"));
        Assert.Empty((await TasksAsync(_given.Como)).Others);
        Assert.Empty((await TasksAsync(_given.Monza, TaskScope.All)).Others);
        var auditor = await TasksAsync(await _given.WatcherAsync(OfficerRoles.Auditor));
        Assert.Equal(TaskScope.All, auditor.Scope);
        Assert.NotEmpty(auditor.Others);
    }

    [Fact]
    public async Task Given_a_new_desk_then_the_list_is_empty_and_says_what_it_needs()
    {
        var tasks = await TasksAsync(_given.Monza);

        Assert.Empty(tasks.Rows);
        Assert.Equal(new DeskStart(HasDesk: true, HasColleagues: false, HasFirms: false, HasCases: false), tasks.Start);
    }

    [Fact]
    public async Task Given_a_person_without_a_desk_then_nobodys_tasks_are_shown()
    {
        await _given.CaseInDraftingAsync();

        var tasks = await TasksAsync(await _given.WatcherAsync(OfficerRoles.Administrator));

        Assert.Empty(tasks.Rows);
        Assert.False(tasks.Start.HasDesk);
    }

    [Fact]
    public async Task Given_one_case_or_many_then_the_number_of_statements_is_the_same()
    {
        await _given.CaseInDraftingAsync();
        await TasksAsync();
        var one = await _statements.OfAsync(() => TasksAsync());
        for (var i = 0; i < 5; i++)
        {
            await OtherCaseAsync(i, tasks: 1);
        }

        var many = await _statements.OfAsync(() => TasksAsync());

        Assert.Equal(11, (await TasksAsync()).Rows.Count);
        Assert.Equal(one, many);
        Assert.InRange(many, 1, 16);
    }

    private Task<MyTasks> TasksAsync(Officer? officer = null, TaskScope scope = TaskScope.Desk) => _given.DoneAsync(officer ?? _given.Lecco, new ListMyTasks(scope));

    private Task DutyAsync(CaseId id, string kind, DateOnly dueOn, DutySource source) => _given.WriteAsync(async db =>
    {
        var duty = new Duty(Ids.New(_given.Clock), id, kind, dueOn, source, "contratto");
        var process = await db.Processes.FirstOrDefaultAsync(p => p.CaseId == id) ?? new ProcessInstance(Ids.New(_given.Clock), id, "form-network", 1);
        var scope = new Scope(Ids.New(_given.Clock), process.Id, null, "follow-up", duty.Id, 1);
        var item = new WorkItem(WorkItemId.New(_given.Clock), id, scope.Id, "follow-up/fulfil-duty", duty.Id, _given.Clock.GetUtcNow()) { DeskId = _given.Lecco.AssociationId, DueOn = dueOn };
        db.AddRange(duty, scope, item);
        if (db.Entry(process).State == EntityState.Detached)
        {
            db.Add(process);
        }
    });

    private async Task<CaseId> ProposedAsync()
    {
        var id = CaseId.New(_given.Clock);
        var own = await _given.FirmAsync(_given.Lecco, 1);
        var other = await _given.FirmAsync(_given.Como, 2);
        await _given.WriteAsync(db =>
        {
            db.Add(new Case(id, "N-2026-0001", _given.Programme, _given.Lecco.AssociationId, "verniciatura", new DateOnly(2026, 3, 10)));
            db.Add(new EnterpriseNetwork(id, "Rete Prova"));
            db.Add(Takes(own, _given.Lecco, ParticipantStatus.Active));
            db.Add(Takes(other, _given.Como, ParticipantStatus.Proposed));
            return Task.CompletedTask;
        });
        await _given.InEngineAsync(id, (engine, @case) => engine.StartAsync(@case, "form-network", default));
        return id;

        Participant Takes(FirmId firm, Officer desk, ParticipantStatus status) =>
            new(ParticipantId.New(_given.Clock), id, firm, desk.AssociationId, status, new DateOnly(2026, 3, 10));
    }

    // Another case of the desk, with tasks due tomorrow and a next step of today.
    private Task OtherCaseAsync(int number, int tasks) => _given.WriteAsync(db =>
    {
        var id = CaseId.New(_given.Clock);
        var process = new ProcessInstance(Ids.New(_given.Clock), id, "form-network", 1);
        var scope = new Scope(Ids.New(_given.Clock), process.Id, null, "", Guid.Empty, 1);
        db.Add(new Case(id, $"N-2026-1{number:000}", _given.Programme, _given.Lecco.AssociationId, "altro", new DateOnly(2026, 3, 10)));
        db.Add(new EnterpriseNetwork(id, $"Rete {number}"));
        db.AddRange(process, scope);
        db.AddRange(Enumerable.Range(0, tasks).Select(_ => new WorkItem(WorkItemId.New(_given.Clock), id, scope.Id, "intake/complete-intake", Guid.Empty, _given.Clock.GetUtcNow())
        {
            DeskId = _given.Lecco.AssociationId,
            DueOn = new DateOnly(2026, 3, 11),
        }));
        db.Add(new NextStep(Ids.New(_given.Clock), id, _given.Lecco.AssociationId, new DateOnly(2026, 3, 10), "richiamare", 1));
        return Task.CompletedTask;
    });
}

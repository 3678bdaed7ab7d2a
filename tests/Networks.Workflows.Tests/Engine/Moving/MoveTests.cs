using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Engine.Moving;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine.Moving;

/// <summary>Moves between two versions of a few steps: what is asked first, what has no place, what wakes, what is mailed.</summary>
public sealed class MoveTests
{
    [Fact]
    public async Task Given_a_step_before_the_one_where_the_case_stands_then_it_is_asked_first_and_the_other_again()
    {
        await using var process = await StartAsync([Task("write"), Task("sign")], [Task("check"), Task("write"), Task("sign")]);

        var trial = await PreviewAsync(process);
        await MoveAsync(process, trial);

        Assert.Equal(["Si chiede subito: «check».", "Viene dopo, di nuovo: «write».", "Nessuna mail parte."], trial.Lines);
        Assert.Equal(["write Superseded moved", "check Open"], await process.TasksAsync());
        await process.CompleteAsync("check");
        Assert.Equal(["write"], await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_such_a_move_when_it_is_taken_back_then_the_first_task_is_open_with_its_day()
    {
        await using var process = await StartAsync([Task("write").Due(Parties.WorkingDays(4))], [Task("check"), Task("write").Due(Parties.WorkingDays(9))]);
        var due = await DueAsync(process, "write");
        await MoveAsync(process, await PreviewAsync(process));

        await process.Given.DoneAsync(process.Given.Lecco, new TakeMoveBack(Ids.New(process.Clock), process.CaseId));

        Assert.Equal(["write"], await process.OpenTasksAsync());
        Assert.Equal(due, await DueAsync(process, "write"));
        Assert.Equal(["write"], await RunsAsync(process));
    }

    [Fact]
    public async Task Given_a_new_choice_that_does_not_hold_then_the_case_only_passes_by_and_keeps_its_task_and_day()
    {
        await using var process = await StartAsync(
            [Task("write").Due(Parties.WorkingDays(4))],
            [new ChoiceStep("gap", SmallProcess.Reads(() => false), Task("mend"), null), Task("write").Due(Parties.WorkingDays(9))]);
        var due = await DueAsync(process, "write");

        var trial = await PreviewAsync(process);
        await MoveAsync(process, trial);

        Assert.Contains("Resta com'è, con il suo termine: «write».", trial.Lines);
        Assert.DoesNotContain(trial.Lines, l => l.StartsWith("Si chiede", StringComparison.Ordinal));
        Assert.Equal(due, await DueAsync(process, "write"));
    }

    [Fact]
    public async Task Given_a_place_that_the_new_version_lacks_then_it_is_named_and_nothing_is_moved()
    {
        await using var process = await StartAsync([Task("write"), Task("sign")], [Task("sign")]);

        var trial = await PreviewAsync(process);

        Assert.Equal("moving.no-place", trial.Refusal?.Code);
        Assert.Contains("«write»", Words.In(Words.Italian, trial.Refusal!.Code, trial.Refusal.Values), StringComparison.Ordinal);
        process.Given.Actor = Actor.Of(process.Given.Lecco);
        Assert.Equal("moving.no-place", (await process.Given.SendAsync(new MoveCase(Ids.New(process.Clock), process.CaseId, 2, "x"))).Refusal?.Code);

        await process.CompleteAsync("write");
        Assert.Contains("Non si fa più: «write».", (await PreviewAsync(process)).Lines);
    }

    [Fact]
    public async Task Given_a_place_that_is_of_another_kind_then_there_is_no_place_for_the_case()
    {
        await using var process = await StartAsync([Task("write")], [new ForEachStep("write", SmallProcess.ActiveFirms, Task("answer"))]);

        Assert.Equal("moving.no-place", (await PreviewAsync(process)).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_ladder_that_the_new_version_lacks_then_no_reminder_comes_and_back_again_it_comes_as_before()
    {
        await using var process = await StartAsync([Task("write").Remind(after: 5, every: 2, atMost: 2, Silence)], [Task("write")]);
        var before = Assert.Single(await PendingAsync(process));

        var trial = await PreviewAsync(process);
        await MoveAsync(process, trial);
        Assert.Contains("Niente più promemoria: «write».", trial.Lines);
        Assert.Empty(await PendingAsync(process));

        await process.Given.DoneAsync(process.Given.Lecco, new TakeMoveBack(Ids.New(process.Clock), process.CaseId));
        var again = Assert.Single(await PendingAsync(process));
        Assert.Equal((before.DueAt, before.Path, before.ItemId), (again.DueAt, again.Path, again.ItemId));
    }

    [Fact]
    public async Task Given_a_last_day_that_now_wakes_the_desk_then_it_is_told_and_it_does()
    {
        static DateOnly? day() => new DateOnly(2026, 3, 20);
        await using var process = await StartAsync(
            [new ForEachStep("firms", SmallProcess.ActiveFirms, Task("answer"))],
            [new ForEachStep("firms", SmallProcess.ActiveFirms, Task("answer")).At((_, _) => System.Threading.Tasks.Task.FromResult(day()), Task("silence"))]);

        var trial = await PreviewAsync(process);
        await MoveAsync(process, trial);
        Assert.Contains("Il termine del 20 marzo 2026 avviserà il desk: «firms».", trial.Lines);
        Assert.Contains(trial.Lines, l => l.StartsWith("Resta com'è, con il suo termine: «answer» (Alfa 1 Srl, Alfa 2 Srl)", StringComparison.Ordinal));

        await process.LiveUntilAsync(new DateOnly(2026, 3, 21));
        Assert.Contains("silence", await process.OpenTasksAsync());
    }

    [Fact]
    public async Task Given_a_mail_of_the_move_then_it_is_foretold_dropped_when_taken_back_in_time_and_final_once_it_has_left()
    {
        static Task mail(StepContext context, CancellationToken token)
        {
            context.Db.Add(new OutboxMessage(Ids.New(context.Clock), "test.mail", "anna.riva@mail.example", "Oggetto", "Testo", context.Clock.GetUtcNow()) { CaseId = context.Case.Id });
            return System.Threading.Tasks.Task.CompletedTask;
        }

        await using var process = await StartAsync([Task("write")], [new AutomaticStep("tell", mail), Task("write")]);
        var trial = await PreviewAsync(process);
        Assert.Contains("Partono mail: 1.", trial.Lines);
        Assert.Empty(await MailsAsync(process));

        await MoveAsync(process, trial);
        await process.Given.DoneAsync(process.Given.Lecco, new TakeMoveBack(Ids.New(process.Clock), process.CaseId));
        Assert.Equal([OutboxStatus.Dropped], await MailsAsync(process));

        await MoveAsync(process, await PreviewAsync(process));
        await process.Given.ReadAsync(db => db.Outbox.Where(m => m.Status == OutboxStatus.Queued).ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, OutboxStatus.Sent)));
        Assert.Equal("moving.mail-went-out", (await process.Given.SendAsync(new TakeMoveBack(Ids.New(process.Clock), process.CaseId))).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_case_that_rests_or_stands_still_then_it_is_not_moved()
    {
        await using var process = await StartAsync([Task("write").Remind(after: 5, every: 2, atMost: 2, Silence)], [Task("write")]);
        await process.Given.ReadAsync(db => db.Timers.ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, TimerStatus.Parked)));
        Assert.Equal("moving.parked", (await PreviewAsync(process)).Refusal?.Code);

        await process.Given.ReadAsync(db => db.Timers.ExecuteUpdateAsync(set => set.SetProperty(t => t.Status, TimerStatus.Pending)));
        await process.Given.WriteAsync(async db => (await db.Cases.SingleAsync()).Suspend(process.Clock.GetUtcNow()));
        Assert.Equal("moving.suspended", (await PreviewAsync(process)).Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_case_of_the_newest_version_then_there_is_nothing_to_move_and_nothing_to_take_back()
    {
        await using var process = await SmallProcess.StartAsync(0, Task("write"));

        var trial = await PreviewAsync(process);

        Assert.Equal((1, 1, false, "moving.not-moved"), (trial.From, trial.To, trial.CanTakeBack, trial.Refusal?.Code));
        Assert.Equal("moving.no-such-version", (await process.Given.SendAsync(new MoveCase(Ids.New(process.Clock), process.CaseId, 1, "x"))).Refusal?.Code);
    }

    private static async Task<SmallProcess> StartAsync(Step[] before, Step[] after)
    {
        var process = await SmallProcess.StartAsync(2, services =>
        {
            services.AddSingleton<ProcessDefinition>(new SmallProcess.Definition(new ProcessStep(after), 2));
            services.AddSingleton(new ProcessStart(SmallProcess.Name, 2, new DateOnly(2026, 3, 11)));
        }, before);
        process.Clock.GoTo(new DateOnly(2026, 3, 11));
        return process;
    }

    private static TaskStep Task(string name) => new(name);

    private static Task Silence(StepContext context, CancellationToken token) => System.Threading.Tasks.Task.CompletedTask;

    private static Task<MovePreview> PreviewAsync(SmallProcess process) => process.Given.DoneAsync(process.Given.Lecco, new PreviewMove(process.CaseId));

    private static Task<MovedCase> MoveAsync(SmallProcess process, MovePreview trial) =>
        process.Given.DoneAsync(process.Given.Lecco, new MoveCase(Ids.New(process.Clock), process.CaseId, trial.To, trial.Fingerprint!));

    private static Task<DateOnly?> DueAsync(SmallProcess process, string task) => process.Given.ReadAsync(db =>
        db.WorkItems.Where(i => i.CaseId == process.CaseId && i.Path == task && i.Status == WorkItemStatus.Open).Select(i => i.DueOn).SingleAsync());

    private static Task<List<DueTimer>> PendingAsync(SmallProcess process) => process.Given.ReadAsync(db =>
        db.Timers.AsNoTracking().Where(t => t.CaseId == process.CaseId && t.Status == TimerStatus.Pending).ToListAsync());

    private static Task<List<OutboxStatus>> MailsAsync(SmallProcess process) => process.Given.ReadAsync(db => db.Outbox.Select(m => m.Status).ToListAsync());

    // The case goes on to its end on the version that it is back on.
    private static async Task<List<string>> RunsAsync(SmallProcess process)
    {
        var open = await process.OpenTasksAsync();
        await process.CompleteAsync("write");
        Assert.Equal(ProcessStatus.Completed, await process.StatusAsync());
        return open;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine;

/// <summary>A definition of a few steps, running on a case with some firms. Every act is one transaction with the guard first.</summary>
internal sealed class SmallProcess : IAsyncDisposable
{
    public const string Name = "small";

    private readonly Given _given;

    private SmallProcess(Given given, CaseId caseId, IReadOnlyList<Guid> firms)
    {
        _given = given;
        CaseId = caseId;
        Firms = firms;
    }

    public CaseId CaseId { get; }

    /// <summary>Participants, in the contract's order.</summary>
    public IReadOnlyList<Guid> Firms { get; }

    public FixedClock Clock => _given.Clock;

    public Given Given => _given;

    /// <param name="steps">One process, or the steps of one.</param>
    public static Task<SmallProcess> StartAsync(int firms, params Step[] steps) => StartAsync(firms, _ => { }, steps);

    /// <param name="more">Registers acts of the test.</param>
    public static async Task<SmallProcess> StartAsync(int firms, Action<IServiceCollection> more, params Step[] steps)
    {
        var root = steps is [ProcessStep process] ? process : new ProcessStep(steps);
        var given = await Given.NewAsync(services =>
        {
            services.AddSingleton<ProcessDefinition>(new Definition(root));
            more(services);
        });
        var firmIds = new List<FirmId>();
        for (var i = 1; i <= firms; i++)
        {
            firmIds.Add(await given.FirmAsync(given.Lecco, i));
        }

        return await StartAsync(given, firmIds, "N-2026-0001");
    }

    /// <summary>One more case with the same definition and firms.</summary>
    public static async Task<SmallProcess> StartAsync(Given given, IReadOnlyList<FirmId> firms, string reference)
    {
        var id = CaseId.New(given.Clock);
        var participants = new List<Guid>();
        await given.WriteAsync(db =>
        {
            db.Add(new Case(id, reference, given.Programme, given.Lecco.AssociationId, "prova", new DateOnly(2026, 3, 10)));
            foreach (var firm in firms)
            {
                var participant = new Participant(ParticipantId.New(given.Clock), id, firm, given.Lecco.AssociationId, ParticipantStatus.Active, new DateOnly(2026, 3, 10)) { Order = participants.Count + 1 };
                participants.Add(participant.Id.Value);
                db.Add(participant);
            }

            return Task.CompletedTask;
        });
        var running = new SmallProcess(given, id, participants);
        await running.ActAsync((engine, c) => engine.StartAsync(c, Name, default));
        return running;
    }

    /// <summary>The case's active firms: the set that most for-each steps of these tests go over.</summary>
    public static async Task<IReadOnlyList<Guid>> ActiveFirms(StepContext context, CancellationToken cancellationToken) =>
        await context.Db.Participants.Where(p => p.CaseId == context.Case.Id && p.Status == ParticipantStatus.Active)
            .OrderBy(p => p.Order).Select(p => p.Id.Value).ToListAsync(cancellationToken);

    public static Condition Reads(Func<bool> condition) => (_, _) => Task.FromResult(condition());

    /// <param name="firm">Place in <see cref="Firms"/>; null for a task about the case.</param>
    public Task<bool> CompleteAsync(string task, int? firm = null, string outcome = "done") =>
        ActAsync((engine, c) => engine.CompleteAsync(c, task, firm is { } f ? Firms[f] : null, outcome, default));

    public Task SignalAsync(string signal, int? firm = null) =>
        ActAsync((engine, c) => engine.SignalAsync(c, signal, firm is { } f ? Firms[f] : Guid.Empty, default));

    public Task FireAsync(Guid timer) => ActAsync((engine, c) => engine.FireAsync(c, timer, default));

    /// <summary>What the sweep does: fires every timer that is due now, each in an act of its own.</summary>
    public async Task<int> FireDueAsync()
    {
        var now = Clock.GetUtcNow();
        var due = (await TimersAsync()).Where(t => t.Status == TimerStatus.Pending && t.DueAt <= now).OrderBy(t => t.DueAt).ToList();
        foreach (var timer in due)
        {
            await FireAsync(timer.Id);
        }

        return due.Count;
    }

    /// <summary>Goes to noon of each day until the last one and fires what has become due.</summary>
    public async Task LiveUntilAsync(DateOnly lastDay)
    {
        for (var day = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(1); day <= lastDay; day = day.AddDays(1))
        {
            Clock.GoTo(day);
            await FireDueAsync();
        }
    }

    /// <summary>In the order of opening: "answer 1 Open", "answer 2 Done yes", "close Open"; firms count from 1.</summary>
    public async Task<List<string>> TasksAsync()
    {
        var items = await _given.ReadAsync(db => db.WorkItems.AsNoTracking().Where(i => i.CaseId == CaseId).ToListAsync());
        return [.. items.OrderBy(i => i.Id.Value).Select(Line)];
    }

    public async Task<List<string>> OpenTasksAsync() =>
        [.. (await TasksAsync()).Where(t => t.EndsWith(" Open", StringComparison.Ordinal)).Select(t => t[..^5])];

    public Task<List<DueTimer>> TimersAsync() =>
        _given.ReadAsync(db => db.Timers.AsNoTracking().Where(t => t.CaseId == CaseId).OrderBy(t => t.DueAt).ToListAsync());

    public Task<ProcessStatus> StatusAsync() =>
        _given.ReadAsync(db => db.Processes.Where(p => p.CaseId == CaseId && p.CallerId == null).Select(p => p.Status).SingleAsync());

    public async Task ActAsync(Func<WorkflowEngine, Case, Task> act) => await ActAsync(async (engine, c) =>
    {
        await act(engine, c);
        return true;
    });

    public async Task<bool> ActAsync(Func<WorkflowEngine, Case, Task<bool>> act)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Of(_given.Lecco);
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Cases.Where(c => c.Id == CaseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1));
        var answer = await act(scope.ServiceProvider.GetRequiredService<WorkflowEngine>(), await db.Cases.SingleAsync(c => c.Id == CaseId));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return answer;
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    private string Line(WorkItem item)
    {
        var firm = Firms.ToList().IndexOf(item.SubjectId) is var place and >= 0 ? $" {place + 1}" : "";
        return $"{item.Name}{firm} {item.Status}{(item.Outcome is null ? "" : " " + item.Outcome)}";
    }

    internal sealed class Definition(ProcessStep root, int version = 1) : ProcessDefinition
    {
        public override string Name => SmallProcess.Name;

        public override int Version => version;

        protected override ProcessStep Define() => root;
    }
}

using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Networks.Workflows.Tests.Engine;

/// <summary>
/// Whatever people do in whatever order, the rows stay sound: an open process has a reason to wake, nothing is open
/// twice, nothing is open inside of what has ended.
/// </summary>
public sealed class AnyOrderTests : IAsyncLifetime
{
    private const int Firms = 4;
    private const int Runs = 30;

    private readonly List<FirmId> _firms = [];
    private Given _given = null!;
    private int _cases;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton<ProcessDefinition>(new SmallProcess.Definition(Negotiation())));
        for (var i = 1; i <= Firms; i++)
        {
            _firms.Add(await _given.FirmAsync(_given.Lecco, i));
        }
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public void Given_any_acts_in_any_order_then_the_case_always_has_a_reason_to_wake_and_nothing_is_open_twice()
    {
        var acts = Gen.Choose(0, Acts.Length - 1).Zip(Gen.Choose(0, Firms - 1)).ArrayOf(14).ToArbitrary();

        Prop.ForAll(acts, sequence => WalkAsync(sequence).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithQuietOnSuccess(true));
    }

    private static readonly (string Name, Func<SmallProcess, int, Task> Do)[] Acts =
    [
        ("answers", (p, f) => p.CompleteAsync("answer", f)),
        ("answers", (p, f) => p.CompleteAsync("answer", f)),
        ("prepares", (p, _) => p.CompleteAsync("prepare")),
        ("prepares", (p, _) => p.CompleteAsync("prepare")),
        ("objects", (p, f) => p.SignalAsync("objects", f)),
        ("objects and answers", (p, f) => p.ActAsync(async (engine, c) =>
        {
            await engine.SignalAsync(c, "objects", p.Firms[f], default);
            await engine.CompleteAsync(c, "answer", p.Firms[f], "objected", default);
        })),
        ("is explained to", (p, f) => p.CompleteAsync("explain", f)),
        ("is asked again", (p, f) => p.SignalAsync("again", f)),
        ("joins", (p, f) => p.SignalAsync("joins", f)),
        ("leaves", (p, f) => p.SignalAsync("leaves", f)),
        ("silence is decided", (p, _) => p.CompleteAsync("silence")),
        ("text changes", (p, _) => p.SignalAsync("text")),
        ("term moves", (p, _) => p.ActAsync((engine, c) => engine.MoveDeadlineAsync(c, "firms", new DateOnly(2030, 1, 8), default))),
        ("time passes", async (p, _) =>
        {
            p.Clock.Advance(TimeSpan.FromDays(4));
            await p.FireDueAsync();
        }),
        ("is filed", (p, f) => p.CompleteAsync("file", f)),
    ];

    private async Task<bool> WalkAsync((int Act, int Firm)[] sequence)
    {
        var process = await SmallProcess.StartAsync(_given, _firms, $"N-2026-{++_cases:0000}");
        var done = new List<string>();
        foreach (var (act, firm) in sequence)
        {
            await Acts[act].Do(process, firm);
            done.Add($"{firm + 1} {Acts[act].Name}");
            var faults = await FaultsAsync(process);
            Assert.True(faults.Count == 0, $"after {string.Join(", ", done)}: {string.Join("; ", faults)}");
        }

        return true;
    }

    private Task<List<string>> FaultsAsync(SmallProcess process) => _given.ReadAsync(async db =>
    {
        var status = await process.StatusAsync();
        var items = await db.WorkItems.AsNoTracking().Where(i => i.CaseId == process.CaseId && i.Status == WorkItemStatus.Open).ToListAsync();
        var timers = await db.Timers.AsNoTracking().Where(t => t.CaseId == process.CaseId && t.Status == TimerStatus.Pending).ToListAsync();
        var scopes = await db.Scopes.AsNoTracking().Where(s => db.Processes.Any(p => p.Id == s.ProcessId && p.CaseId == process.CaseId)).ToDictionaryAsync(s => s.Id);
        var faults = new List<string>();
        if (status == ProcessStatus.Running && items.Count + timers.Count == 0)
        {
            faults.Add("nothing will ever wake the case");
        }

        if (status != ProcessStatus.Running && items.Count + timers.Count + scopes.Values.Count(s => s.Status == ScopeStatus.Open) > 0)
        {
            faults.Add("something is open in a process that has ended");
        }

        faults.AddRange(items.GroupBy(i => (i.ScopeId, i.Path, i.SubjectId)).Where(g => g.Count() > 1).Select(g => $"{g.Key.Path} is open twice"));
        faults.AddRange(items.Where(i => i.Path.EndsWith("/answer", StringComparison.Ordinal)).GroupBy(i => i.SubjectId).Where(g => g.Count() > 1).Select(_ => "a firm is asked twice"));
        faults.AddRange(items.Where(i => !IsOpen(scopes, i.ScopeId)).Select(i => $"{i.Path} is open in a scope that has ended"));
        faults.AddRange(timers.Where(t => !IsOpen(scopes, t.ScopeId)).Select(t => $"{t.Kind} is pending in a scope that has ended"));
        faults.AddRange(timers.Where(t => t.ItemId is { } item && items.TrueForAll(i => i.Id != item)).Select(_ => "a reminder is pending for a closed task"));
        return faults;
    });

    private static bool IsOpen(Dictionary<Guid, Scope> scopes, Guid? id)
    {
        for (; id is { } at; id = scopes[at].ParentId)
        {
            if (scopes[at].Status != ScopeStatus.Open)
            {
                return false;
            }
        }

        return true;
    }

    private static ProcessStep Negotiation()
    {
        var round = new ForEachStep("firms", SmallProcess.ActiveFirms,
                new TaskStep("answer").For(Parties.ParticipantFirm).Remind(after: 2, every: 1, atMost: 2, (_, _) => Task.CompletedTask))
            .At(Parties.WorkingDays(5), new TaskStep("silence"));
        round.On("objects", Reaction.Open(new TaskStep("explain").For(Parties.DeskOfEach)))
            .On("again", Reaction.AskBranchAgain)
            .On("joins", Reaction.AddBranch)
            .On("text", Reaction.Supersede);
        return (ProcessStep)new ProcessStep(
                new RepeatUntilStep("agreed", TwoRounds, new TaskStep("prepare"), round),
                new ForEachStep("filings", SmallProcess.ActiveFirms, new TaskStep("file")).JoinWhen(JoinRule.Any))
            .On("leaves", Reaction.LeaveBranches);
    }

    private static async Task<bool> TwoRounds(StepContext context, CancellationToken cancellationToken) =>
        await context.Db.Scopes.CountAsync(s => s.Path == "agreed" && context.Db.Processes.Any(p => p.Id == s.ProcessId && p.CaseId == context.Case.Id), cancellationToken) >= 2;
}

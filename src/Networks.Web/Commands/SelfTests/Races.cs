using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Faults;
using Networks.Data.Programmes;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Web.Commands.SelfTests;

/// <summary>
/// Each race: two workers with connections of their own, let go at the same moment. The statements are those on which
/// the pipeline, the history, the timers and the joins of the engine rely.
/// </summary>
internal sealed class Races(IServiceProvider services, int count)
{
    private const string Noted = "casework.noted";

    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    private delegate Task<bool> Worker(IServiceProvider services, NetworksDbContext db, int number, StartLine start);

    /// <returns>Each check by its word, with how many of its races ended as they must.</returns>
    public async IAsyncEnumerable<(string Word, int Won)> RunAsync()
    {
        var (id, scope) = await SeedAsync();
        yield return ("guard", await RepeatAsync(() => GuardAsync(id, scope)));
        yield return ("history", await RepeatAsync(() => HistoryAsync(id)));
        yield return ("timer", await RepeatAsync(() => TimerAsync(id, scope)));
        yield return ("last-two", await RepeatAsync(() => LastTwoAsync(id, scope)));
    }

    /// <summary>One open task, two who complete it: one does, the other is told that it is done.</summary>
    private async Task<bool> GuardAsync(CaseId id, Guid scope)
    {
        var item = new WorkItem(WorkItemId.New(_clock), id, scope, "selftest/guard", Guid.Empty, _clock.GetUtcNow());
        await WriteAsync(db => db.Add(item));
        var outcomes = await BothAsync(async (_, db, _, start) =>
        {
            await start.ReadyAsync();
            return await GuardedAsync(db, id, async () =>
            {
                if (!await db.WorkItems.AnyAsync(i => i.Id == item.Id && i.Status == WorkItemStatus.Open))
                {
                    return false;
                }

                await db.WorkItems.Where(i => i.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, WorkItemStatus.Done));
                return true;
            });
        });
        return outcomes.Count(won => won) == 1;
    }

    /// <summary>Two who add the next fact without the guard: the unique number lets one of them in.</summary>
    private async Task<bool> HistoryAsync(CaseId id)
    {
        var before = await ReadAsync(db => db.CaseEvents.CountAsync(e => e.CaseId == id));
        var outcomes = await BothAsync(async (services, db, _, start) =>
        {
            services.GetRequiredService<CurrentActor>().Who = Actor.Service;
            var @case = await db.Cases.FirstAsync(c => c.Id == id);
            services.GetRequiredService<CaseHistory>().Record(@case, Noted, DateOnly.FromDateTime(_clock.GetUtcNow().Date));
            await start.ReadyAsync();
            try
            {
                await db.SaveChangesAsync();
                return true;
            }
            catch (DbUpdateException e) when (DatabaseFaults.Of(e) is DatabaseFault.DuplicateKey or DatabaseFault.Contention)
            {
                return false;
            }
        });
        return outcomes.Count(won => won) == 1 && await ReadAsync(db => db.CaseEvents.CountAsync(e => e.CaseId == id)) == before + 1;
    }

    /// <summary>Two nodes that see the same due timer: the fence lets one of them have it.</summary>
    private async Task<bool> TimerAsync(CaseId id, Guid scope)
    {
        var timer = new DueTimer(Ids.New(_clock), id, scope, "selftest/timer", TimerKind.Wake, _clock.GetUtcNow());
        await WriteAsync(db => db.Add(timer));
        var outcomes = await BothAsync(async (_, db, _, start) =>
        {
            var seen = await db.Timers.AsNoTracking().Where(t => t.Id == timer.Id).Select(t => t.Fence).FirstAsync();
            await start.ReadyAsync();
            return await db.Timers.Where(t => t.Id == timer.Id && t.Fence == seen && t.Status == TimerStatus.Pending)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Fence, t => t.Fence + 1)) == 1;
        });
        return outcomes.Count(won => won) == 1;
    }

    /// <summary>The last two answers at once: both count, and the step that follows is opened once.</summary>
    private async Task<bool> LastTwoAsync(CaseId id, Guid scope)
    {
        var path = $"selftest/{Ids.New(_clock):N}";
        var items = new[] { NewItem(path), NewItem(path) };
        await WriteAsync(db => db.AddRange(items));
        await BothAsync(async (_, db, number, start) =>
        {
            await start.ReadyAsync();
            return await GuardedAsync(db, id, async () =>
            {
                await db.WorkItems.Where(i => i.Id == items[number].Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, WorkItemStatus.Done));
                if (!await db.WorkItems.AnyAsync(i => i.Path == path && i.Status == WorkItemStatus.Open))
                {
                    db.Add(NewItem(path + "/next"));
                }

                return true;
            });
        });
        return await ReadAsync(db => db.WorkItems.CountAsync(i => i.Path == path + "/next")) == 1
            && await ReadAsync(db => db.WorkItems.CountAsync(i => i.Path == path && i.Status == WorkItemStatus.Done)) == 2;

        WorkItem NewItem(string at) => new(WorkItemId.New(_clock), id, scope, at, Ids.New(_clock), _clock.GetUtcNow());
    }

    /// <summary>As the pipeline does it: the guard's statement first, all reading after it, one commit.</summary>
    private async Task<bool> GuardedAsync(NetworksDbContext db, CaseId id, Func<Task<bool>> act)
    {
        using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Cases.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1));
        var won = await act();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return won;
    }

    private async Task<int> RepeatAsync(Func<Task<bool>> race)
    {
        var won = 0;
        for (var i = 0; i < count; i++)
        {
            won += await race() ? 1 : 0;
        }

        return won;
    }

    private Task<bool[]> BothAsync(Worker worker)
    {
        var start = new StartLine(2);
        return Task.WhenAll(Enumerable.Range(0, 2).Select(number => Task.Run(async () =>
        {
            await using var scope = services.CreateAsyncScope();
            return await worker(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<NetworksDbContext>(), number, start);
        })));
    }

    private async Task<(CaseId Id, Guid Scope)> SeedAsync()
    {
        var desk = AssociationId.New(_clock);
        var programme = new Programme(ProgrammeId.New(_clock), "SELFTEST", "selftest", new LeadPartner(desk));
        var id = CaseId.New(_clock);
        var process = new ProcessInstance(Ids.New(_clock), id, "selftest", 1);
        var scope = new Scope(Ids.New(_clock), process.Id, null, "", Guid.Empty, 1);
        await WriteAsync(db =>
        {
            db.Add(programme);
            db.Add(new Association(desk, programme.Id, "selftest", "selftest", AssociationKind.Desk));
            db.Add(new Case(id, "SELFTEST", programme.Id, desk, "selftest", DateOnly.FromDateTime(_clock.GetUtcNow().Date)));
            db.Add(process);
            db.Add(scope);
        });
        return (id, scope.Id);
    }

    private Task<int> WriteAsync(Action<NetworksDbContext> write) => ReadAsync(db =>
    {
        write(db);
        return db.SaveChangesAsync();
    });

    private async Task<T> ReadAsync<T>(Func<NetworksDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }
}

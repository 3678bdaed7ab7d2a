using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Web.Commands.Backups;
using Networks.Web.Infrastructure;
using Networks.Workflows.Engine;

namespace Networks.Faults.Support;

/// <summary>Reads the whole database after a fault and holds it against the ledger and against the promises (R14).</summary>
internal static class Checker
{
    /// <param name="ledger">Null when only the database itself is looked at.</param>
    public static Task CheckAsync(World world, Ledger? ledger, Result result, string when) => world.ReadAsync(async db =>
    {
        await WholeAsync(world, db, result, when);
        foreach (var stuck in await new LivenessScan(db).FindAsync(default))
        {
            result.Fault($"{when}: case {stuck.Reference} waits for nothing");
        }

        await EffectsAsync(db, result, when);
        if (ledger is not null)
        {
            await LedgerAsync(db, ledger, result, when);
        }

        return 0;
    });

    private static async Task WholeAsync(World world, NetworksDbContext db, Result result, string when)
    {
        try
        {
            var proved = await DatabaseProof.ProveAsync(db, default);
            await DatabaseProof.ProveFilesAsync(proved.Files, Path.Combine(world.Folder, "files"), default);
        }
        catch (InstallationFaultException e)
        {
            result.Fault($"{when}: {e.Message}");
        }
    }

    /// <summary>Nothing that one act writes is there twice.</summary>
    private static async Task EffectsAsync(NetworksDbContext db, Result result, string when)
    {
        var events = await db.CaseEvents.AsNoTracking().Select(e => new { e.CaseId, e.OperationId, e.Name, e.Facts, e.PersonalText }).ToListAsync();
        foreach (var twice in events.Where(e => e.OperationId != Guid.Empty)
            .GroupBy(e => (e.CaseId, e.OperationId, e.Name, Facts: string.Join('|', e.Facts.OrderBy(f => f.Key, StringComparer.Ordinal)), e.PersonalText)).Where(g => g.Count() > 1))
        {
            result.Double($"{when}: {twice.Key.Name} {twice.Count()} times by one operation");
        }

        foreach (var twice in events.Where(e => e.PersonalText?.StartsWith("segno-", StringComparison.Ordinal) == true).GroupBy(e => (e.Name, e.PersonalText)).Where(g => g.Count() > 1))
        {
            result.Double($"{when}: {twice.Key.Name} of {twice.Key.PersonalText} {twice.Count()} times");
        }

        foreach (var twice in (await db.Cases.AsNoTracking().Select(c => c.Need).ToListAsync()).Where(need => need.StartsWith("segno-", StringComparison.Ordinal)).GroupBy(need => need).Where(g => g.Count() > 1))
        {
            result.Double($"{when}: {twice.Count()} cases of {twice.Key}");
        }

        var open = await db.WorkItems.AsNoTracking().Where(i => i.Status == WorkItemStatus.Open).Select(i => new { i.ScopeId, i.Path, i.SubjectId }).ToListAsync();
        foreach (var twice in open.GroupBy(i => (i.ScopeId, i.Path, i.SubjectId)).Where(g => g.Count() > 1))
        {
            result.Double($"{when}: task {twice.Key.Path} open {twice.Count()} times");
        }
    }

    private static async Task LedgerAsync(NetworksDbContext db, Ledger ledger, Result result, string when)
    {
        var done = (await db.Operations.AsNoTracking().Select(o => o.Id).ToListAsync()).ToHashSet();
        var told = (await db.CaseEvents.AsNoTracking().Select(e => e.OperationId).Distinct().ToListAsync()).ToHashSet();
        // An act without a mark may have had nothing to add: a firm's second yes.
        foreach (var act in ledger.Acknowledged.Where(act => !done.Contains(act.Operation) || (act.Mark.Length > 0 && !told.Contains(act.Operation))))
        {
            result.Lose($"{when}: {act.Kind} {act.Operation} was acknowledged");
        }

        foreach (var act in ledger.Refused.Where(act => done.Contains(act.Operation) || told.Contains(act.Operation)))
        {
            result.Double($"{when}: {act.Kind} {act.Operation} was refused and is stored");
        }

        // Wholly there or wholly absent: the operation and its facts go together.
        foreach (var act in ledger.Unknown.Where(act => act.Mark.Length > 0 && done.Contains(act.Operation) != told.Contains(act.Operation)))
        {
            result.Fault($"{when}: {act.Kind} {act.Operation} is half there");
        }
    }
}

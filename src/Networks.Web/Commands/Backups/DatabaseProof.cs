using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Web.Infrastructure;

namespace Networks.Web.Commands.Backups;

/// <summary>What was counted while a database was proved.</summary>
internal sealed record Proved(int Cases, int Facts, IReadOnlyList<string> Files);

/// <summary>Proves that a database is whole: its own structure, its references, and the chained history of every case.</summary>
internal static class DatabaseProof
{
    /// <param name="db">Of one moment: a copy, a transaction that sees nothing newer, or a database in which nobody works.</param>
    /// <exception cref="InstallationFaultException">Something is not whole; the sentence says what.</exception>
    public static async Task<Proved> ProveAsync(NetworksDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            await ProveSqliteAsync(db, cancellationToken);
        }

        // The columns named: a database of an earlier release, which is proved before it is taken over, lacks later ones.
        var heads = await db.Cases.Select(c => new { c.Id, c.Reference, c.HistoryLength, c.HeadHash }).ToDictionaryAsync(c => c.Id, c => (c.Reference, c.HistoryLength, c.HeadHash), cancellationToken);
        var facts = await ProveHistoryAsync(db, heads, cancellationToken);
        var files = await db.Files.AsNoTracking().Select(f => f.Sha256).Distinct().OrderBy(f => f).ToListAsync(cancellationToken);
        return new Proved(heads.Count, facts, files);
    }

    /// <exception cref="InstallationFaultException">A file is missing or is not what its name says.</exception>
    public static async Task ProveFilesAsync(IEnumerable<string> hashes, string folder, CancellationToken cancellationToken)
    {
        foreach (var hash in hashes)
        {
            var path = Path.Combine(folder, DiskFileStore.PlaceOf(hash));
            if (!File.Exists(path))
            {
                throw new InstallationFaultException("commands.fault-file-missing", hash);
            }

            await using var file = File.OpenRead(path);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) != hash)
            {
                throw new InstallationFaultException("commands.fault-file-changed", hash);
            }
        }
    }

    private static async Task ProveSqliteAsync(NetworksDbContext db, CancellationToken cancellationToken)
    {
        var integrity = await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check LIMIT 1").SingleAsync(cancellationToken);
        if (integrity != "ok")
        {
            throw new InstallationFaultException("commands.fault-database-damaged", integrity);
        }

        var orphans = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM pragma_foreign_key_check").SingleAsync(cancellationToken);
        if (orphans > 0)
        {
            throw new InstallationFaultException("commands.fault-database-orphans", orphans);
        }
    }

    private static async Task<int> ProveHistoryAsync(
        NetworksDbContext db, Dictionary<CaseId, (string Reference, int HistoryLength, string? HeadHash)> heads, CancellationToken cancellationToken)
    {
        var last = heads.Keys.ToDictionary(id => id, _ => (Number: 0, Hash: (string?)null));
        var facts = 0;
        await foreach (var row in db.CaseEvents.AsNoTracking().OrderBy(e => e.CaseId).ThenBy(e => e.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var before = last[row.CaseId];
            if (row.Number != before.Number + 1 || row.PreviousHash != before.Hash || !row.IsIntact())
            {
                throw new InstallationFaultException("commands.fault-history", heads[row.CaseId].Reference, row.Number);
            }

            last[row.CaseId] = (row.Number, row.Hash);
            facts++;
        }

        foreach (var (id, head) in heads)
        {
            if (last[id] != (head.HistoryLength, head.HeadHash))
            {
                throw new InstallationFaultException("commands.fault-history", head.Reference, last[id].Number + 1);
            }
        }

        return facts;
    }
}

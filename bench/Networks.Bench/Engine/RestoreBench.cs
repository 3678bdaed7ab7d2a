using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data.History;

namespace Networks.Bench.Engine;

/// <summary>
/// <c>networks backup</c> and <c>networks restore</c> of an installation on SQLite: half of its bytes are a database with
/// whole histories, half documents. The peer reads and writes the same bytes once.
/// </summary>
internal static class RestoreBench
{
    private const int DocumentBytes = 1 << 20;

    /// <summary>Cases by whose size the number of all is found.</summary>
    private const int First = 500;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <param name="gib">Size of database and documents together, about.</param>
    /// <param name="ours">The program.</param>
    public static async Task RunAsync(int gib, string ours)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            var (here, there, copy) = (Path.Combine(folder, "here"), Path.Combine(folder, "there"), Path.Combine(folder, "copy.zip"));
            await MakeAsync(here, (long)gib << 30);
            var peer = await CopiedAsync(here, Path.Combine(folder, "peer"));
            Figures.Print($"backup-{gib}-gib", (await Verb.TimeAsync(ours, "backup", copy, $"--Networks:Folder={here}")).TotalSeconds, peer.TotalSeconds, "s");
            var restored = await Verb.TimeAsync(ours, "restore", copy, $"--Networks:Folder={there}");
            Figures.Print($"restore-{gib}-gib", restored.TotalSeconds, peer.TotalSeconds, "s");
            await using var service = await Service.StartAsync(ours, $"serve --Networks:Folder={there}", folder, "/", _patience);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"restore-{gib}-gib-first-page: ours={(restored + service.ToFirstPage).TotalSeconds:0.0} s from the file to the first page"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MakeAsync(string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        var store = Store.Sqlite(Path.Combine(folder, "networks.db"));
        await using (var ground = new Ground(store))
        {
            var officer = await RoundCase.SeedAsync(ground);
            var empty = await store.SizeAsync();
            var ended = await RoundCase.FinishAsync(ground, officer, First);
            var all = (int)(bytes / 2 * First / (await store.SizeAsync() - empty));
            await CaseCopies.MakeAsync(ground, ended, First, all - First);
            var facts = await ChainAsync(ground);
            var documents = await DocumentsAsync(ground, Path.Combine(folder, "files"), bytes / 2);
            var mib = await store.SizeAsync() >> 20;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"restore-made: {all} cases, {facts} facts, {mib} MiB, {documents} documents of {DocumentBytes >> 20} MiB"));
        }

        SqliteConnection.ClearAllPools();
    }

    /// <summary>Gives the copied cases histories of their own, as the product would have written them.</summary>
    private static Task<int> ChainAsync(Ground ground) => ground.WithAsync(async (_, db) =>
    {
        var (facts, previous) = (0, (CaseEvent?)null);
        await using var writing = await ground.Store.OpenAsync();
        await using var fact = writing.CreateCommand();
        fact.CommandText = "UPDATE \"CaseEvents\" SET \"PersonalSalt\" = $salt, \"PersonalDigest\" = $digest, \"PreviousHash\" = $previous, \"Hash\" = $hash WHERE \"CaseId\" = $case AND \"Number\" = $number";
        await using var head = writing.CreateCommand();
        head.CommandText = "UPDATE \"Cases\" SET \"HeadHash\" = $hash WHERE \"Id\" = $case";
        await using var transaction = await writing.BeginTransactionAsync();
        await foreach (var row in db.CaseEvents.AsNoTracking().OrderBy(e => e.CaseId).ThenBy(e => e.Number).AsAsyncEnumerable())
        {
            if (previous is not null && previous.CaseId != row.CaseId)
            {
                await DoAsync(head, ("$hash", previous.Hash), ("$case", previous.CaseId.Value));
                previous = null;
            }

            previous = CaseEvent.Next(ContentOf(row), row.CaseId, row.Number, previous?.Hash);
            await DoAsync(fact, ("$salt", previous.PersonalSalt), ("$digest", previous.PersonalDigest), ("$previous", previous.PreviousHash), ("$hash", previous.Hash), ("$case", row.CaseId.Value), ("$number", row.Number));
            facts++;
        }

        await DoAsync(head, ("$hash", previous!.Hash), ("$case", previous.CaseId.Value));
        await transaction.CommitAsync();
        return facts;

        Task DoAsync(DbCommand command, params (string Name, object? Value)[] values)
        {
            command.Transaction = transaction;
            command.Parameters.Clear();
            foreach (var (name, value) in values)
            {
                command.Parameters.Add(new SqliteParameter(name, value ?? DBNull.Value));
            }

            return command.ExecuteNonQueryAsync();
        }
    });

    private static CaseEventContent ContentOf(CaseEvent row) => new()
    {
        Name = row.Name,
        HappenedOn = row.HappenedOn,
        RecordedAt = row.RecordedAt,
        Actor = row.Actor,
        OfficerId = row.OfficerId,
        AssociationId = row.AssociationId,
        FirmId = row.FirmId,
        OperationId = row.OperationId,
        Facts = row.Facts,
        PersonalText = row.PersonalText,
        Corrects = row.Corrects,
    };

    /// <summary>As good as random, as the compressed insides of Word files and PDFs are.</summary>
    /// <returns>How many.</returns>
    private static Task<int> DocumentsAsync(Ground ground, string folder, long bytes) => ground.WithAsync(async (_, db) =>
    {
        var ids = await db.Files.Select(f => f.Id).ToListAsync();
        var hashes = new List<string>();
        var content = new byte[DocumentBytes];
        while (hashes.Count < bytes / DocumentBytes)
        {
            RandomNumberGenerator.Fill(content);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            // Where the product's own store looks for it.
            var place = Directory.CreateDirectory(Path.Combine(folder, hash[..2])).FullName;
            await File.WriteAllBytesAsync(Path.Combine(place, hash), content);
            hashes.Add(hash);
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var (i, id) in ids.Index())
        {
            var hash = hashes[i % hashes.Count];
            await db.Database.ExecuteSqlAsync($"UPDATE \"Files\" SET \"Sha256\" = {hash} WHERE \"Id\" = {id.Value}");
        }

        await transaction.CommitAsync();
        return Math.Min(hashes.Count, ids.Count);
    });

    private static async Task<TimeSpan> CopiedAsync(string from, string to)
    {
        var clock = Stopwatch.StartNew();
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await using var reading = File.OpenRead(file);
            await using var writing = new FileStream(target, FileMode.CreateNew);
            await reading.CopyToAsync(writing);
            writing.Flush(flushToDisk: true);
        }

        var took = clock.Elapsed;
        Directory.Delete(to, recursive: true);
        return took;
    }
}

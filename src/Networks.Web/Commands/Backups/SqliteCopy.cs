using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Sqlite;

namespace Networks.Web.Commands.Backups;

/// <summary>The embedded database: SQLite's online backup reads one moment while the service goes on writing.</summary>
internal sealed class SqliteCopy(string database) : IDatabaseCopy
{
    public async Task<T> CopyToAsync<T>(string file, Func<NetworksDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await CopyToAsync(file, cancellationToken);
        await using var copied = Open(file);
        return await read(copied);
    }

    public NetworksDbContext Open(string file) =>
        new SqliteNetworksDbContext(new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);

    public Task<bool> HoldsAnythingAsync(CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(database) && new FileInfo(database).Length > 0);

    public Task PutBackAsync(string file, string aside, CancellationToken cancellationToken)
    {
        string[] log = [database + "-wal", database + "-shm"];
        foreach (var old in log.Prepend(database).Where(File.Exists))
        {
            File.Copy(old, Path.Combine(Directory.CreateDirectory(aside).FullName, Path.GetFileName(old)));
        }

        // A log left beside the new file would be played into it.
        foreach (var old in log)
        {
            File.Delete(old);
        }

        File.Move(file, database, overwrite: true);
        return Task.CompletedTask;
    }

    private async Task CopyToAsync(string file, CancellationToken cancellationToken)
    {
        await using var from = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        await using var to = new SqliteConnection($"Data Source={file};Pooling=False");
        await from.OpenAsync(cancellationToken);
        await to.OpenAsync(cancellationToken);
        from.BackupDatabase(to);

        // One file without a log beside it.
        await using var settle = to.CreateCommand();
        settle.CommandText = "PRAGMA journal_mode=DELETE";
        await settle.ExecuteNonQueryAsync(cancellationToken);
    }
}

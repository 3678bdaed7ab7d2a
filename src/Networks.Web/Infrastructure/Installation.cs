using Microsoft.EntityFrameworkCore;
using Networks.Data;

namespace Networks.Web.Infrastructure;

/// <summary>What must be right before the service listens. A fault is told in words with its cure, and nothing starts.</summary>
internal static class Installation
{
    /// <summary>Makes a new embedded database; refuses a database that wants migrating; keeps a second node away.</summary>
    /// <param name="migrate">The demo migrates by itself; an installation by <c>networks migrate</c>.</param>
    /// <returns>What is held for the life of the process; to be disposed with it.</returns>
    /// <exception cref="InstallationFaultException">The service must not start.</exception>
    public static async Task<IDisposable> PrepareAsync(IServiceProvider services, bool migrate, CancellationToken cancellationToken = default)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var provider = configuration.GetValue(DataSetup.ProviderSetting, DatabaseProvider.Sqlite);
        var file = provider == DatabaseProvider.Sqlite ? DataSetup.SqliteFile(configuration) : null;
        var held = Hold(configuration);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
            var isNew = file is not null && (!File.Exists(file) || new FileInfo(file).Length == 0);
            var pending = isNew || migrate ? [] : (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count > 0)
            {
                throw new InstallationFaultException("commands.fault-migrate", pending.Count);
            }

            if (isNew || migrate)
            {
                await MigrateAsync(db, cancellationToken);
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Keeps every other process away from the embedded database; a server database needs no such hold.</summary>
    /// <exception cref="InstallationFaultException">Another process has it.</exception>
    public static IDisposable Hold(IConfiguration configuration) =>
        configuration.GetValue(DataSetup.ProviderSetting, DatabaseProvider.Sqlite) == DatabaseProvider.Sqlite
            ? SingleNode.Hold(DataSetup.SqliteFile(configuration))
            : NothingHeld.It;

    /// <summary>
    /// Brings the schema up to date. On SQLite EF's own lock row would stay for ever after a kill; the caller holds the
    /// file lock, so a row that is there is stale and goes.
    /// </summary>
    public static async Task MigrateAsync(NetworksDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.IsSqlite())
        {
            var lockTable = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
            if (lockTable > 0)
            {
                await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken);
            }
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    private sealed class NothingHeld : IDisposable
    {
        public static readonly NothingHeld It = new();

        public void Dispose()
        {
        }
    }
}

/// <summary>A fault of the installation, told by its sentence. The program ends with it.</summary>
public sealed class InstallationFaultException(string code, params object[] values)
    : Exception(Workflows.Common.Words.Say(code, values))
{
    public string Code { get; } = code;
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Sqlite;

namespace Networks.Workflows.Tests.Support;

/// <summary>
/// The database of a test: SQLite in a file of its own. The projects for the other databases compile the same tests
/// with another file under this name.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    // Migrated once, then copied for every test: the migrations take longer than most tests.
    private static readonly Lazy<Task<string>> _template = new(MigrateTemplateAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("networks-test-").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "networks.db")}";

    public static async Task<TestDatabase> NewAsync()
    {
        var template = await _template.Value;
        var database = new TestDatabase();
        File.Copy(template, Path.Combine(database._folder, "networks.db"));
        return database;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new WriteGate(oneWriter: true, provider.GetRequiredService<TimeProvider>()));
        services.AddDbContextPool<SqliteNetworksDbContext>(options => options.UseKeptSqlite(ConnectionString).ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning)));
        services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<SqliteNetworksDbContext>());
    }

    public ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var database = new TestDatabase();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(database._folder, recursive: true);
        var options = new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite($"{database.ConnectionString};Pooling=False").Options;
        await using var db = new SqliteNetworksDbContext(options);
        await db.Database.MigrateAsync();
        return Path.Combine(database._folder, "networks.db");
    }
}

using Microsoft.EntityFrameworkCore;
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
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-test-").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "networks.db")};Pooling=False";

    public static async Task<TestDatabase> NewAsync()
    {
        var database = new TestDatabase();
        var options = new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite(database.ConnectionString).Options;
        await using var db = new SqliteNetworksDbContext(options);
        await db.Database.MigrateAsync();
        return database;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(new WriteGate(oneWriter: true));
        services.AddDbContext<SqliteNetworksDbContext>(options => options.UseSqlite(ConnectionString));
        services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<SqliteNetworksDbContext>());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Sqlite;

#pragma warning disable IDE0130 // takes the place of the file of this name in the shared sources
namespace Networks.Workflows.Tests.Support;
#pragma warning restore IDE0130

/// <summary>
/// The database of a test: SQLite, in memory where the machine has a folder for it, with its connections kept. These
/// tests let the service die between statements, not the machine; what a disk does is for the fault programme.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string _memory = "/dev/shm";

    private static readonly Lazy<Task<string>> _template = new(MigrateTemplateAsync);

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(
        Directory.Exists(_memory) ? _memory : Path.GetTempPath(), $"networks-conformance-{Guid.CreateVersion7():N}")).FullName;

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
        services.AddDbContextPool<SqliteNetworksDbContext>(options => options.UseKeptSqlite(ConnectionString));
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

using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.SqlServer;

#pragma warning disable IDE0130 // takes the place of the file of this name in the shared sources
namespace Networks.Workflows.Tests.Support;
#pragma warning restore IDE0130

/// <summary>The database of a test, on the SQL Server that NETWORKS_TEST_SQLSERVER names; without one the test is skipped.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string?>> _server = new(ServerAsync);
    private static int _made;

    private readonly string _connectionString;

    private TestDatabase(string connectionString) => _connectionString = connectionString;

    public static async Task<TestDatabase> NewAsync()
    {
        var server = await _server.Value;
        Assert.SkipUnless(server is not null, "no SQL Server: NETWORKS_TEST_SQLSERVER holds no connection string");
        var name = $"networks_test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}";
        var database = new TestDatabase(new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString);
        await using var db = new SqlServerNetworksDbContext(database.Options().Options);
        await db.Database.MigrateAsync();
        return database;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new WriteGate(oneWriter: false, provider.GetRequiredService<TimeProvider>()));
        services.AddDbContext<SqlServerNetworksDbContext>(options => options.UseSqlServer(_connectionString, server => server.UseCompatibilityLevel(150)));
        services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<SqlServerNetworksDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await using var db = new SqlServerNetworksDbContext(Options().Options);
        await db.Database.EnsureDeletedAsync();
    }

    private DbContextOptionsBuilder<SqlServerNetworksDbContext> Options() =>
        new DbContextOptionsBuilder<SqlServerNetworksDbContext>().UseSqlServer(_connectionString, server => server.UseCompatibilityLevel(150));

    private static async Task<string?> ServerAsync()
    {
        if (Environment.GetEnvironmentVariable("NETWORKS_TEST_SQLSERVER") is { Length: > 0 } given)
        {
            return given;
        }

#if FULL_REGISTRY
        var container = new Testcontainers.MsSql.MsSqlBuilder().Build();
        await container.StartAsync();
        return container.GetConnectionString();
#else
        return await Task.FromResult<string?>(null);
#endif
    }
}

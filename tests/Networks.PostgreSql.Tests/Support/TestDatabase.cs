using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.PostgreSql;
using Networks.PostgreSql.Tests.Support;

#pragma warning disable IDE0130 // takes the place of the file of this name in the shared sources
namespace Networks.Workflows.Tests.Support;
#pragma warning restore IDE0130

/// <summary>The database of a test: a copy of the migrated one, on the PostgreSQL of this run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static int _made;

    private readonly PostgreSqlServer _server;
    private readonly string _name = $"test_{Interlocked.Increment(ref _made)}";

    private TestDatabase(PostgreSqlServer server) => _server = server;

    public static async Task<TestDatabase> NewAsync()
    {
        var database = new TestDatabase(await PostgreSqlServer.RequireAsync());
        await database._server.CreateAsync(database._name);
        return database;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new WriteGate(oneWriter: false, provider.GetRequiredService<TimeProvider>()));
        services.AddDbContext<PostgreSqlNetworksDbContext>(options => options.UseNpgsql(_server.ConnectionString(_name)));
        services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<PostgreSqlNetworksDbContext>());
    }

    public async ValueTask DisposeAsync() => await _server.DropAsync(_name);
}

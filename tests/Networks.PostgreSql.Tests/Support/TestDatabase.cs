using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.PostgreSql;
using Networks.PostgreSql.Tests.Support;

#pragma warning disable IDE0130 // takes the place of the file of this name in the shared sources
namespace Networks.Workflows.Tests.Support;
#pragma warning restore IDE0130

/// <summary>The database of a test on the PostgreSQL of this run: a copy of the migrated one, or one that an earlier test gave back, emptied.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentBag<string> _free = [];

    private static int _made;

    private readonly PostgreSqlServer _server;
    private readonly string _name;

    private TestDatabase(PostgreSqlServer server, string name) => (_server, _name) = (server, name);

    public static async Task<TestDatabase> NewAsync()
    {
        var server = await PostgreSqlServer.RequireAsync();
        if (_free.TryTake(out var used))
        {
            await server.EmptyAsync(used);
            return new TestDatabase(server, used);
        }

        var made = new TestDatabase(server, $"test_{Interlocked.Increment(ref _made)}");
        await server.CreateAsync(made._name);
        return made;
    }

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(provider => new WriteGate(oneWriter: false, provider.GetRequiredService<TimeProvider>()));
        services.AddDbContext<PostgreSqlNetworksDbContext>(options => options.UseActsOnPostgreSql(_server.ConnectionString(_name)));
        services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<PostgreSqlNetworksDbContext>());
    }

    public ValueTask DisposeAsync()
    {
        _free.Add(_name);
        return ValueTask.CompletedTask;
    }
}

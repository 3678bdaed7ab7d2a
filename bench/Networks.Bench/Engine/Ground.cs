using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;
using Networks.Workflows;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Bench.Engine;

/// <summary>The product's container on one database: its pipeline, its engine, its acts, without the web.</summary>
internal sealed class Ground : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="watched">Whether its statements are counted, which costs time that the floor does not spend.</param>
    public Ground(Store store, bool watched = false)
    {
        Store = store;
        IInterceptor[] watches = watched ? [Statements] : [];
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IFileStore, MemoryFiles>();
        services.AddSingleton(new PublicAddress(new Uri("https://networks.example/")));
        services.AddSingleton(new WriteGate(oneWriter: store.IsSqlite, TimeProvider.System));
        if (store.IsSqlite)
        {
            services.AddDbContextPool<SqliteNetworksDbContext>(options => options.UseKeptSqlite(store.ConnectionString).AddInterceptors(watches));
            services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<SqliteNetworksDbContext>());
        }
        else
        {
            services.AddDbContextPool<PostgreSqlNetworksDbContext>(options => options.UseActsOnPostgreSql(store.ConnectionString).AddInterceptors(watches));
            services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<PostgreSqlNetworksDbContext>());
        }

        services.AddNetworksWorkflows();
        _services = services.BuildServiceProvider();
    }

    public Store Store { get; }

    public StatementLog Statements { get; } = new();

    /// <summary>Sends as a web request does: in a scope of its own, through the whole pipeline.</summary>
    /// <exception cref="InvalidOperationException">It was refused: a figure of refusals would be worth nothing.</exception>
    public async Task<T> SendAsync<T>(Actor who, IRequest<Result<T>> request)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = who;
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        return answer.Ok ? answer.Value : throw new InvalidOperationException($"{request.GetType().Name}: {answer.Refusal?.Code}");
    }

    public async Task<T> WithAsync<T>(Func<IServiceProvider, NetworksDbContext, Task<T>> act)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
        return await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class MemoryFiles : IFileStore
    {
        private readonly Dictionary<string, byte[]> _files = [];

        public async Task<Result<StoredBytes>> PutAsync(Stream content, long limitBytes, CancellationToken cancellationToken)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancellationToken);
            var bytes = copy.ToArray();
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
            _files[hash] = bytes;
            return new StoredBytes(hash, bytes.Length);
        }

        public Task<byte[]> ReadAsync(string sha256, CancellationToken cancellationToken) => Task.FromResult(_files[sha256]);
    }
}

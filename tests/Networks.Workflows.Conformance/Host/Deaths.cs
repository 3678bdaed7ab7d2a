using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;

namespace Networks.Workflows.Conformance.Host;

/// <summary>The service dies here. It looks like a stopped request, which nothing catches and nothing repeats.</summary>
internal sealed class DiedException : OperationCanceledException;

/// <summary>Lets the service die at a statement or around a commit of the running act.</summary>
internal sealed class Deaths : IDbCommandInterceptor, IDbTransactionInterceptor
{
    private static readonly AsyncLocal<Life?> _life = new();
    private int _commits;

    public int Commits => _commits;

    public void AddTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteNetworksDbContext>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgreSqlNetworksDbContext>(options => options.AddInterceptors(this));
    }

    public static async Task<Answer> OfAsync(Crash? crash, Func<Task<Answer>> act)
    {
        _life.Value = crash is null ? null : new Life(crash);
        try
        {
            return await act();
        }
        catch (DiedException)
        {
            return Answer.Lost;
        }
        finally
        {
            _life.Value = null;
        }
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Statement(result);

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Statement(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        _life.Value is { Crash.BeforeCommit: true } ? throw new DiedException() : ValueTask.FromResult(result);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commits);
        return _life.Value is { Crash.AfterCommit: true } ? throw new DiedException() : Task.CompletedTask;
    }

    private static ValueTask<InterceptionResult<T>> Statement<T>(InterceptionResult<T> result) =>
        _life.Value is { } life && ++life.Statements == life.Crash.AtStatement ? throw new DiedException() : ValueTask.FromResult(result);

    private sealed class Life(Crash crash)
    {
        public Crash Crash { get; } = crash;

        public int Statements { get; set; }
    }
}

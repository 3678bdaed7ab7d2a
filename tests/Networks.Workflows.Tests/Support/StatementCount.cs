using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;
using Networks.Data.SqlServer;

namespace Networks.Workflows.Tests.Support;

/// <summary>Counts the statements that a database is asked.</summary>
public sealed class StatementCount : DbCommandInterceptor
{
    private int _count;

    /// <summary>Whichever of the databases the test runs on.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteNetworksDbContext>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgreSqlNetworksDbContext>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<SqlServerNetworksDbContext>(options => options.AddInterceptors(this));
    }

    public async Task<int> OfAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        _count = 0;
        await act();
        return _count;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _count++;
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

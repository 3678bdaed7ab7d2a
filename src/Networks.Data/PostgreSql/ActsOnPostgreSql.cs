using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.Firms;
using Networks.Data.Saving;

namespace Networks.Data.PostgreSql;

/// <summary>PostgreSQL as the service opens it: the rows of an act go in one round trip, composed once.</summary>
public static class ActsOnPostgreSql
{
    public static DbContextOptionsBuilder UseActsOnPostgreSql(this DbContextOptionsBuilder options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.UseNpgsql(connectionString, server => server.UseQuerySplittingBehavior(FirmReading.Behavior)).AddInterceptors(FreshCommands.One).ReplaceService<IDatabase, ActDatabase>();
    }
}

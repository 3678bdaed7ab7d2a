using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Nodes;

namespace Networks.Web.Commands.Backups;

/// <summary>The way to copy the configured database.</summary>
internal static class DatabaseCopies
{
    /// <exception cref="InstallationFaultException">SQL Server copies itself: its own tools are asked for.</exception>
    public static (DatabaseProvider Provider, IDatabaseCopy Copy) Of(IConfiguration configuration, NetworksDbContext db)
    {
        var provider = DataSetup.ProviderOf(configuration);
        return provider switch
        {
            DatabaseProvider.Sqlite => (provider, new SqliteCopy(DataSetup.SqliteFile(configuration))),
            DatabaseProvider.PostgreSql => (provider, new PostgreSqlCopy(configuration[DataSetup.ConnectionSetting] ?? "", db)),
            _ => throw new InstallationFaultException("commands.fault-backup-sqlserver", Path.Combine(DataSetup.FolderOf(configuration), "files"), KeysSetup.FolderOf(configuration)),
        };
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;
using Networks.Data.SqlServer;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure;

/// <summary>The database and the file store, chosen by configuration alone.</summary>
internal static class DataSetup
{
    /// <summary>Folder of the embedded database, the files and the keys. Default: <c>data</c> where the command was typed.</summary>
    public const string FolderSetting = "Networks:Folder";

    public const string ProviderSetting = "Networks:Database:Provider";

    public const string ConnectionSetting = "Networks:Database:ConnectionString";

    public static IServiceCollection AddNetworksData(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = configuration.GetValue(ProviderSetting, DatabaseProvider.Sqlite);
        services.AddSingleton(services => new WriteGate(oneWriter: provider == DatabaseProvider.Sqlite, services.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(FolderOf(configuration), "files")));
        services.AddDataProtection().SetApplicationName("networks")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(FolderOf(configuration), "keys")));
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                Add<SqliteNetworksDbContext>(services, options => options.UseSqlite(SqliteConnectionString(configuration)).AddInterceptors(new SqliteSizeLimit(configuration)));
                break;
            case DatabaseProvider.SqlServer:
                Add<SqlServerNetworksDbContext>(services, options => options.UseSqlServer(Required(configuration), server => server.UseCompatibilityLevel(150)));
                break;
            case DatabaseProvider.PostgreSql:
                Add<PostgreSqlNetworksDbContext>(services, options => options.UseNpgsql(Required(configuration)));
                break;
        }

        return services;
    }

    public static string FolderOf(IConfiguration configuration) =>
        Directory.CreateDirectory(configuration[FolderSetting] ?? Path.Combine(Environment.CurrentDirectory, "data")).FullName;

    public static string SqliteFile(IConfiguration configuration) =>
        new SqliteConnectionStringBuilder(SqliteConnectionString(configuration)).DataSource;

    private static string SqliteConnectionString(IConfiguration configuration) =>
        configuration[ConnectionSetting] ?? $"Data Source={Path.Combine(FolderOf(configuration), "networks.db")}";

    private static string Required(IConfiguration configuration) => configuration[ConnectionSetting]
        ?? throw new InvalidOperationException($"The setting {ConnectionSetting} is missing: the chosen database needs a connection string.");

    private static void Add<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : NetworksDbContext
    {
        services.AddDbContext<TContext>(configure);
        services.AddScoped<NetworksDbContext>(provider => provider.GetRequiredService<TContext>());
    }
}

/// <summary>The databases that the service runs on.</summary>
internal enum DatabaseProvider
{
    /// <summary>Embedded, one file, one node.</summary>
    Sqlite,

    SqlServer,

    PostgreSql,
}

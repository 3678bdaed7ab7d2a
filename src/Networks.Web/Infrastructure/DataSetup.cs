using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Firms;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;
using Networks.Data.SqlServer;
using Networks.Workflows.Administration.Exports;
using Networks.Workflows.Common;
using Npgsql;

namespace Networks.Web.Infrastructure;

/// <summary>The database and the file store, chosen by configuration alone.</summary>
internal static class DataSetup
{
    /// <summary>Folder of the embedded database, the files and the keys. Default: <c>data</c> where the command was typed.</summary>
    public const string FolderSetting = "Networks:Folder";

    public const string ProviderSetting = "Networks:Database:Provider";

    public const string ConnectionSetting = "Networks:Database:ConnectionString";

    /// <summary>How long a server may take to answer a connection that only looks.</summary>
    private const int PatienceSeconds = 5;

    private const string IdleSetting = "idle_in_transaction_session_timeout";

    private const int StandstillSeconds = 60;

    /// <summary>Of each connection to PostgreSQL: planning what every act asks costs more than answering it.</summary>
    private const int StatementsPrepared = 100;

    /// <summary>Contexts that wait for the next request instead of being made anew for it.</summary>
    private const int ContextsKept = 32;

    /// <exception cref="InstallationFaultException">A setting of the database cannot be read, or its folder cannot be used.</exception>
    public static IServiceCollection AddNetworksData(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = ProviderOf(configuration);
        Connection(configuration).Dispose();
        services.AddSingleton(services => new WriteGate(oneWriter: provider == DatabaseProvider.Sqlite, services.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UnflushedStop>();
        services.AddSingleton<IFileStore>(new DiskFileStore(Path.Combine(FolderOf(configuration), "files")));
        services.AddSingleton<IExportStore>(new DiskExportStore(Path.Combine(FolderOf(configuration), "exports")));
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                Add<SqliteNetworksDbContext>(services, options => options.UseKeptSqlite(SqliteConnectionString(configuration)).AddInterceptors(new SqliteSizeLimit(configuration)));
                services.ConfigureDbContext<SqliteNetworksDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<UnflushedStop>()));
                break;
            case DatabaseProvider.SqlServer:
                Add<SqlServerNetworksDbContext>(services, options => options.UseSqlServer(Required(configuration), server => server.UseCompatibilityLevel(150).UseQuerySplittingBehavior(FirmReading.Behavior)));
                break;
            case DatabaseProvider.PostgreSql:
                Add<PostgreSqlNetworksDbContext>(services, options => options.UseActsOnPostgreSql(Patient(Required(configuration))));
                break;
        }

        return services;
    }

    public static string FolderOf(IConfiguration configuration)
    {
        var folder = configuration[FolderSetting] ?? Path.Combine(Environment.CurrentDirectory, "data");
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationFaultException("commands.fault-folder", folder, e.Message);
        }
    }

    /// <exception cref="InstallationFaultException">No such database is known.</exception>
    public static DatabaseProvider ProviderOf(IConfiguration configuration) => configuration[ProviderSetting] switch
    {
        null or "" => DatabaseProvider.Sqlite,
        var name when Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider) => provider,
        var name => throw new InstallationFaultException("commands.fault-provider", ProviderSetting, name, string.Join(", ", Enum.GetNames<DatabaseProvider>())),
    };

    /// <summary>A closed connection outside of the pool, for looking at the database whatever state it is in.</summary>
    /// <exception cref="InstallationFaultException">The connection string is missing or cannot be read.</exception>
    public static DbConnection Connection(IConfiguration configuration)
    {
        try
        {
            return ProviderOf(configuration) switch
            {
                DatabaseProvider.SqlServer => OfSqlServer(Required(configuration)),
                DatabaseProvider.PostgreSql => OfPostgreSql(Required(configuration)),
                _ => new SqliteConnection(new SqliteConnectionStringBuilder(SqliteConnectionString(configuration)) { Pooling = false, DefaultTimeout = PatienceSeconds }.ConnectionString),
            };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new InstallationFaultException("commands.fault-connection", ConnectionSetting, e.Message);
        }
    }

    // Methods of their own: a service loads the client of its own database alone.
    private static SqlConnection OfSqlServer(string text) =>
        new(new SqlConnectionStringBuilder(text) { Pooling = false, ConnectTimeout = PatienceSeconds }.ConnectionString);

    private static NpgsqlConnection OfPostgreSql(string text) =>
        new(new NpgsqlConnectionStringBuilder(text) { Pooling = false, Timeout = PatienceSeconds }.ConnectionString);

    /// <summary>The connection string of another database on the same server, or of another file in the same folder.</summary>
    public static string Beside(IConfiguration configuration, string name) => ProviderOf(configuration) switch
    {
        DatabaseProvider.SqlServer => new SqlConnectionStringBuilder(Required(configuration)) { InitialCatalog = name }.ConnectionString,
        DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(Required(configuration)) { Database = name }.ConnectionString,
        _ => new SqliteConnectionStringBuilder(SqliteConnectionString(configuration)) { DataSource = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(SqliteFile(configuration)))!, name + ".db") }.ConnectionString,
    };

    public static string SqliteFile(IConfiguration configuration) =>
        new SqliteConnectionStringBuilder(SqliteConnectionString(configuration)).DataSource;

    private static string SqliteConnectionString(IConfiguration configuration) =>
        configuration[ConnectionSetting] ?? $"Data Source={Path.Combine(FolderOf(configuration), "networks.db")}";

    private static string Required(IConfiguration configuration) => configuration[ConnectionSetting]
        ?? throw new InstallationFaultException("commands.fault-connection-missing", ConnectionSetting, ProviderOf(configuration));

    // A node that stands still in the middle of an act keeps others from its case no longer than this.
    private static string Patient(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        if (parts.Options?.Contains(IdleSetting, StringComparison.Ordinal) != true)
        {
            parts.Options = $"{parts.Options} -c {IdleSetting}={StandstillSeconds}s".TrimStart();
        }

        if (!connection.Replace(" ", "", StringComparison.Ordinal).Contains("MaxAutoPrepare=", StringComparison.OrdinalIgnoreCase))
        {
            parts.MaxAutoPrepare = StatementsPrepared;
        }

        // Nothing of a session outlives its use here; taking it back each time costs seven statements an act.
        parts.NoResetOnClose = true;
        return parts.ConnectionString;
    }

    private static void Add<TContext>(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : NetworksDbContext
    {
        services.AddDbContextPool<TContext>(configure, ContextsKept);
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

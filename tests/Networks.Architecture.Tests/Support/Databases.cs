using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.PostgreSql;
using Networks.Data.Sqlite;
using Networks.Data.SqlServer;

namespace Networks.Architecture.Tests.Support;

/// <summary>The model for each database; no connection is ever opened.</summary>
internal static class Databases
{
    public static readonly IReadOnlyList<string> Names = ["Sqlite", "SqlServer", "PostgreSql"];

    public static NetworksDbContext Open(string name) => name switch
    {
        "Sqlite" => new SqliteNetworksDbContext(new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite("Data Source=never-opened.db").Options),
        "SqlServer" => new SqlServerNetworksDbContext(new DbContextOptionsBuilder<SqlServerNetworksDbContext>()
            .UseSqlServer("Server=never-opened", server => server.UseCompatibilityLevel(150)).Options),
        "PostgreSql" => new PostgreSqlNetworksDbContext(new DbContextOptionsBuilder<PostgreSqlNetworksDbContext>().UseNpgsql("Host=never-opened").Options),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}

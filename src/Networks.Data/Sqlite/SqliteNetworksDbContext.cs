using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Networks.Data.Sqlite;

public sealed class SqliteNetworksDbContext(DbContextOptions<SqliteNetworksDbContext> options) : NetworksDbContext(options);

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteNetworksDbContext>
{
    public SqliteNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite("Data Source=design.db").Options);
}

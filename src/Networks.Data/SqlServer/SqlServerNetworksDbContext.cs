using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Networks.Data.SqlServer;

public sealed class SqlServerNetworksDbContext(DbContextOptions<SqlServerNetworksDbContext> options) : NetworksDbContext(options);

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerNetworksDbContext>
{
    public SqlServerNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerNetworksDbContext>().UseSqlServer("Server=design", o => o.UseCompatibilityLevel(150)).Options);
}

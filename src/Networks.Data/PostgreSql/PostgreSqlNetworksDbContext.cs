using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Networks.Data.PostgreSql;

public sealed class PostgreSqlNetworksDbContext(DbContextOptions<PostgreSqlNetworksDbContext> options) : NetworksDbContext(options);

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlNetworksDbContext>
{
    public PostgreSqlNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlNetworksDbContext>().UseNpgsql("Host=design").Options);
}

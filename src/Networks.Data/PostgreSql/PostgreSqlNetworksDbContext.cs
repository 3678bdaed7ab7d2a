using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Networks.Data.Discovery;

namespace Networks.Data.PostgreSql;

public sealed class PostgreSqlNetworksDbContext(DbContextOptions<PostgreSqlNetworksDbContext> options) : NetworksDbContext(options)
{
    public override Task<List<SearchHit>> SearchAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        terms.Check();
        var parts = terms.All.Select(facet => $"({string.Join(" | ", facet)})").ToList();
        if (terms.Any.Count > 0)
        {
            parts.Add($"({string.Join(" | ", terms.Any.Select(word => word + ":*"))})");
        }

        var column = terms.Cards ? "SharedTerms" : "OwnTerms";
        var wanted = string.Join(" & ", parts);
        var own = string.Join(" & ", new[] { terms.Only, terms.Not is null ? null : $"!{terms.Not}" }.OfType<string>());
        var sql = $"""
            SELECT "Number", -ts_rank("{column}", to_tsquery('simple', @p0))::float8 AS "Rank" FROM (
              SELECT "Number", "{column}" FROM "SearchEntries"
              WHERE {(wanted.Length > 0 ? $"\"{column}\" @@ to_tsquery('simple', @p0)" : "TRUE")} AND {(own.Length > 0 ? "\"OwnTerms\" @@ to_tsquery('simple', @p1)" : "TRUE")}
              LIMIT @p2
            ) AS found ORDER BY "Rank", "Number"
            """;
#pragma warning disable EF1002 // column names of this file; what was looked for is in the parameters
        return Database.SqlQueryRaw<SearchHit>(sql, wanted, own, terms.AtMost).ToListAsync(cancellationToken);
#pragma warning restore EF1002
    }
}

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlNetworksDbContext>
{
    public PostgreSqlNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlNetworksDbContext>().UseNpgsql("Host=design").Options);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Networks.Data.Discovery;

namespace Networks.Data.Sqlite;

public sealed class SqliteNetworksDbContext(DbContextOptions<SqliteNetworksDbContext> options) : NetworksDbContext(options)
{
    // The inner limit keeps a search for a common word from ranking half of the firms.
    private const string Sql = """
        SELECT "Number", "Rank" FROM (
          SELECT rowid AS "Number", rank AS "Rank" FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} LIMIT {1}
        ) ORDER BY "Rank", "Number"
        """;

    public override Task<List<SearchHit>> SearchAsync(SearchTerms terms, CancellationToken cancellationToken) =>
        Database.SqlQueryRaw<SearchHit>(Sql, Query(terms), terms.AtMost).ToListAsync(cancellationToken);

    /// <summary>In the language of FTS5: <c>({Shared} : ((xplc0) AND (stamp*))) NOT ({Own} : xh1)</c>.</summary>
    internal static string Query(SearchTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        terms.Check();
        var parts = terms.All.Select(facet => $"({string.Join(" OR ", facet)})").ToList();
        if (terms.Any.Count > 0)
        {
            parts.Add($"({string.Join(" OR ", terms.Any.Select(word => word + "*"))})");
        }

        var query = parts.Count == 0 ? "" : $"({{{(terms.Cards ? "Shared" : "Own")}}} : ({string.Join(" AND ", parts)}))";
        query = terms.Only is null ? query : query.Length == 0 ? $"({{Own}} : {terms.Only})" : $"({{Own}} : {terms.Only}) AND {query}";
        return terms.Not is null ? query : $"({query}) NOT ({{Own}} : {terms.Not})";
    }
}

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteNetworksDbContext>
{
    public SqliteNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite("Data Source=design.db").Options);
}

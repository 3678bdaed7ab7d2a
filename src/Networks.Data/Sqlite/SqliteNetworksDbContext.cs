using System.Data;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Networks.Data.Discovery;

namespace Networks.Data.Sqlite;

public sealed class SqliteNetworksDbContext(DbContextOptions<SqliteNetworksDbContext> options) : NetworksDbContext(options)
{
    private const string OfFirms = """
        SELECT e."Number", e."Own" AS "Terms" FROM "SearchIndex" CROSS JOIN "SearchEntries" e ON e."Number" = "SearchIndex".rowid WHERE "SearchIndex" MATCH {0} LIMIT {1}
        """;

    private const string OfCards = """
        SELECT c."Number", c."Terms" FROM "CardIndex" CROSS JOIN "SearchCards" c ON c."Number" = "CardIndex".rowid WHERE "CardIndex" MATCH {0} LIMIT {1}
        """;

    // CROSS JOIN keeps the order: from the full-text index to the rows.
    private static readonly CompositeFormat _count = CompositeFormat.Parse(
        """
        SELECT COUNT(*) FROM (
          SELECT 1 FROM "CardIndex" CROSS JOIN "SearchEntries" e ON e."CardNumber" = "CardIndex".rowid WHERE "CardIndex" MATCH {0} AND e."HeldBy" <> {1} LIMIT {2}
        )
        """);

    /// <summary>By this name SQLite takes the turn to write only when something is written; the log shows every reader its own moment.</summary>
    protected override IsolationLevel? MomentLevel => IsolationLevel.ReadUncommitted;

    public override Task<List<int>> CountAsync(IReadOnlyList<SearchTerms> searches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(searches);
        return CountTogetherAsync(searches, _count, Query, cancellationToken);
    }

    /// <summary>In the language of FTS5: <c>(xplc0 OR xpco0) AND (stamp*) AND xh10</c>.</summary>
    internal static string Query(SearchTerms terms) => terms.Query(" AND ", " OR ", "*");

    protected override Task<List<SearchMatch>> MatchAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Database.SqlQueryRaw<SearchMatch>(terms.CardsFor is null ? OfFirms : OfCards, Query(terms), terms.AtMost).ToListAsync(cancellationToken);
    }
}

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteNetworksDbContext>
{
    public SqliteNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteNetworksDbContext>().UseSqlite("Data Source=design.db").Options);
}

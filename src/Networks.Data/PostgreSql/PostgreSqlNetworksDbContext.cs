using System.Data;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Networks.Data.Discovery;

namespace Networks.Data.PostgreSql;

public sealed class PostgreSqlNetworksDbContext(DbContextOptions<PostgreSqlNetworksDbContext> options) : NetworksDbContext(options)
{
    private const string OfFirms = """SELECT "Number", "Own" AS "Terms" FROM "SearchEntries" WHERE "OwnTerms" @@ to_tsquery('simple', {0}) LIMIT {1}""";

    private const string OfCards = """SELECT "Number", "Terms" FROM "SearchCards" WHERE "TermsIndexed" @@ to_tsquery('simple', {0}) LIMIT {1}""";

    private static readonly CompositeFormat _count = CompositeFormat.Parse(
        """
        SELECT COUNT(*)::int FROM (
          SELECT 1 FROM "SearchCards" AS c JOIN "SearchEntries" AS e ON e."CardNumber" = c."Number"
          WHERE c."TermsIndexed" @@ to_tsquery('simple', {0}) AND e."HeldBy" <> {1} LIMIT {2}
        ) AS found
        """);

    protected override IsolationLevel? MomentLevel => IsolationLevel.RepeatableRead;

    public override Task<List<int>> CountAsync(IReadOnlyList<SearchTerms> searches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(searches);
        return CountTogetherAsync(searches, _count, Query, cancellationToken);
    }

    public override Task CountAnewAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync(
        """ANALYZE "Firms", "FirmProfiles", "Consents", "LegalRepresentatives", "SearchEntries", "SearchCards";""", cancellationToken);

    protected override Task<List<SearchMatch>> MatchAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Database.SqlQueryRaw<SearchMatch>(terms.CardsFor is null ? OfFirms : OfCards, Query(terms), terms.AtMost).ToListAsync(cancellationToken);
    }

    private static string Query(SearchTerms terms) => terms.Query(" & ", " | ", ":*");
}

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlNetworksDbContext>
{
    public PostgreSqlNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlNetworksDbContext>().UseNpgsql("Host=design").Options);
}

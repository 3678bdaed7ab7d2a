using System.Data.Common;
using System.Diagnostics;
using Networks.Bench.Engine;
using Networks.Workflows.Discovery;

namespace Networks.Bench.Discovery;

/// <summary>The peer: the firms in one table with an index over their facets, and the database's own full-text search over what they offer.</summary>
internal static class SearchByHand
{
    private const string SqliteTable = """
        CREATE TABLE ByHand (Id INTEGER PRIMARY KEY, Division TEXT, Province TEXT, Size TEXT, Can TEXT, Certified TEXT, Offers TEXT);
        INSERT INTO ByHand SELECT s.Number, s.Division, f.ReaProvince, p.Size, p.Capabilities, p.Certificates, p.Offers
          FROM SearchEntries s JOIN Firms f ON f.Id = s.FirmId JOIN FirmProfiles p ON p.FirmId = s.FirmId;
        CREATE INDEX IX_ByHand ON ByHand (Division, Province, Size);
        CREATE VIRTUAL TABLE ByHandText USING fts5(Offers, content='ByHand', content_rowid='Id');
        INSERT INTO ByHandText(ByHandText) VALUES ('rebuild');
        ANALYZE;
        """;

    private const string PostgreSqlTable = """
        CREATE TABLE "ByHand" AS SELECT s."Number" AS "Id", s."Division", f."ReaProvince" AS "Province", p."Size", p."Capabilities" AS "Can", p."Certificates" AS "Certified",
          to_tsvector('simple', coalesce(p."Offers", '')) AS "Words"
          FROM "SearchEntries" s JOIN "Firms" f ON f."Id" = s."FirmId" JOIN "FirmProfiles" p ON p."FirmId" = s."FirmId";
        CREATE INDEX "IX_ByHand" ON "ByHand" ("Division", "Province", "Size");
        CREATE INDEX "IX_ByHandWords" ON "ByHand" USING gin ("Words");
        ANALYZE;
        """;

    private const string SqliteQuery = """
        SELECT b.Id FROM ByHandText t JOIN ByHand b ON b.Id = t.rowid
        WHERE ByHandText MATCH @text AND (@division IS NULL OR b.Division = @division) AND (@region IS NULL OR b.Province IN ('MI', 'CO', 'LC', 'MB', 'BG', 'BS'))
          AND (@size IS NULL OR b.Size = @size) AND b.Can LIKE @can AND b.Certified LIKE @certified
        ORDER BY t.rank LIMIT 20
        """;

    private const string PostgreSqlQuery = """
        SELECT "Id" FROM "ByHand"
        WHERE "Words" @@ to_tsquery('simple', @text) AND (@division::text IS NULL OR "Division" = @division) AND (@region::text IS NULL OR "Province" IN ('MI', 'CO', 'LC', 'MB', 'BG', 'BS'))
          AND (@size::text IS NULL OR "Size" = @size) AND "Can" LIKE @can AND "Certified" LIKE @certified
        ORDER BY ts_rank("Words", to_tsquery('simple', @text)) DESC LIMIT 20
        """;

    public static Task PrepareAsync(Store store) => store.ExecuteAsync(store.IsSqlite ? SqliteTable : PostgreSqlTable);

    public static async Task<List<double>> MeasureAsync(Store store, string kind, int searches)
    {
        await using var connection = await store.OpenAsync();
        var random = new Random(7);
        var times = new List<double>();
        for (var i = -20; i < searches; i++)
        {
            await using var command = CommandOf(store, connection, SearchGround.FacetsOf(kind, random));
            var watch = Stopwatch.StartNew();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
            }

            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return times;
    }

    private static DbCommand CommandOf(Store store, DbConnection connection, Facets facets)
    {
        var command = connection.CreateCommand();
        command.CommandText = store.IsSqlite ? SqliteQuery : PostgreSqlQuery;
        Add("text", facets.Text!.Replace(" ", store.IsSqlite ? " OR " : " | ", StringComparison.Ordinal));
        Add("division", facets.Division);
        Add("region", facets.Region);
        Add("size", facets.Size is { } size ? $"{size}" : null);
        Add("can", facets.Capabilities.Count > 0 ? $"%{facets.Capabilities[0]}%" : "%");
        Add("certified", facets.Certificates.Count > 0 ? $"%{facets.Certificates[0]}%" : "%");
        return command;

        void Add(string name, string? value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, System.Data.DbType.String, value ?? (object)DBNull.Value);
            command.Parameters.Add(parameter);
        }
    }
}

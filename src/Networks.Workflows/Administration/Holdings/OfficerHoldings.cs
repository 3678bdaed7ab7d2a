using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Networks.Data;
using Networks.Data.History;
using Networks.Data.Officers;

namespace Networks.Workflows.Administration.Holdings;

/// <summary>
/// Everything that is held about one person who works with the service: account, own things, and what the person did and
/// when. What the acts were about is not the person's.
/// </summary>
internal sealed class OfficerHoldings(NetworksDbContext db)
{
    private static readonly string[] _own = ["Id", "OfficerId", "Officer", "StandInId"];

    /// <summary>Of an act on a case: what and when, without the words of the case.</summary>
    private static readonly string[] _ofActs = ["CaseId", "Number", "Name", "HappenedOn", "RecordedAt"];

    public static IEnumerable<HoldingTable> Tables(IModel model) =>
        HoldingTable.All(model).Where(t => t.Type.ClrType == typeof(Account) || Keys(t).Any()).OrderBy(t => t.Type.ClrType != typeof(Officer)).ThenBy(t => t.Word, StringComparer.Ordinal);

    public async Task<List<HoldingPart>> ReadAsync(OfficerId officer, CancellationToken cancellationToken)
    {
        var parts = new List<HoldingPart>();
        foreach (var table in Tables(db.Model))
        {
            var rows = await KeyedRows.ReadAsync(db, table, row => table.Type.ClrType == typeof(Account)
                ? Expression.Equal(Expression.Property(row, nameof(Account.Id)), Expression.Constant(officer.Value))
                : Keys(table).Select(key => (Expression)Expression.Equal(Expression.Property(row, key.PropertyInfo!), Expression.Constant(officer, key.ClrType))).Aggregate(Expression.OrElse), cancellationToken);
            if (rows.Count > 0)
            {
                parts.Add(new HoldingPart(table.Word, table.Type.ClrType == typeof(CaseEvent) ? rows.ConvertAll(Act) : rows));
            }
        }

        return parts;
    }

    private static JsonObject Act(JsonObject row)
    {
        var told = new JsonObject();
        foreach (var name in _ofActs)
        {
            told[name] = row[name]?.DeepClone();
        }

        return told;
    }

    private static IEnumerable<IProperty> Keys(HoldingTable table) =>
        table.Columns.Where(c => _own.Contains(c.Name) && (Nullable.GetUnderlyingType(c.ClrType) ?? c.ClrType) == typeof(OfficerId));
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Networks.Data;

namespace Networks.Bench.Engine;

/// <summary>
/// Copies one case with all its rows many times inside the database, so that a hundred thousand finished cases are there
/// in a minute. Every id of the case gets the copy's number in its first eight digits; desks, officers and firms are
/// shared. The copies' history is not chained: what reads it chains it
/// (<see cref="RestoreBench"/>).
/// </summary>
internal sealed class CaseCopies
{
    private static readonly Type[] _shared = [typeof(AssociationId), typeof(OfficerId), typeof(ProgrammeId), typeof(FirmId)];

    private readonly Store _store;
    private readonly IRelationalModel _model;
    private readonly string _caseId;

    private CaseCopies(Store store, IRelationalModel model, CaseId original)
    {
        _store = store;
        _model = model;
        _caseId = store.IsSqlite ? original.Value.ToString().ToUpperInvariant() : original.Value.ToString();
    }

    /// <param name="first">Number of the first copy, from 1.</param>
    /// <param name="count">How many.</param>
    public static async Task MakeAsync(Ground ground, CaseId original, int first, int count)
    {
        var model = await ground.WithAsync((_, db) => Task.FromResult(db.GetService<IDesignTimeModel>().Model.GetRelationalModel()));
        await new CaseCopies(ground.Store, model, original).CopyAsync(first, count);
    }

    private Task CopyAsync(int first, int count)
    {
        var statements =
            from table in _model.Tables
            let rows = RowsOf(table, [])
            where rows is not null
            select Insert(table, rows, first, count);
        // What is copied is whole already: foreign keys need no second look.
        var defer = _store.IsSqlite ? "PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; PRAGMA foreign_keys=OFF; BEGIN;\n" : "BEGIN; SET session_replication_role = replica;\n";
        return _store.ExecuteAsync($"{defer}{string.Join('\n', statements)}\nCOMMIT;{(_store.IsSqlite ? " PRAGMA synchronous=FULL; PRAGMA cache_size=-2000; PRAGMA foreign_keys=ON;" : " SET session_replication_role = DEFAULT; ANALYZE;")}");
    }

    private string Insert(ITable table, string rows, int first, int count)
    {
        var columns = table.Columns.ToList();
        var numbers = _store.IsSqlite
            ? string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE copies(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM copies WHERE n < {first + count - 1})")
            : string.Create(CultureInfo.InvariantCulture, $"WITH copies(n) AS (SELECT generate_series({first}, {first + count - 1}))");
        return $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) {numbers} "
            + $"SELECT {string.Join(", ", columns.Select(c => Value(table, c)))} FROM copies CROSS JOIN \"{table.Name}\" t WHERE {rows};";
    }

    private string Value(ITable table, IColumn column)
    {
        var type = column.PropertyMappings.Select(m => m.Property.ClrType).FirstOrDefault();
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        var isId = type is not null && (type == typeof(Guid) || type.GetInterface("IEntityId`1") is not null) && !_shared.Contains(type);
        var isUniqueText = type == typeof(string) && table.Indexes.Any(i => i.IsUnique && i.Columns is [var only] && only == column);
        var name = $"t.\"{column.Name}\"";
        return isId ? $"CASE WHEN {name} = '{Guid.Empty}' THEN {name} ELSE {Renumbered(name, isId)} END"
            : isUniqueText ? Renumbered(name, isId)
            : name;
    }

    private string Renumbered(string name, bool isId) =>
        _store.IsSqlite ? $"printf('%08X', n) || substr({name}, 9)"
        : isId ? $"(lpad(to_hex(n), 8, '0') || substr({name}::text, 9))::uuid"
        : $"lpad(to_hex(n), 8, '0') || substr({name}, 9)";

    /// <summary>Which rows of a table are the case's: by its id, or by a row of the case that they belong to.</summary>
    private string? RowsOf(ITable table, HashSet<string> seen)
    {
        if (!seen.Add(table.Name))
        {
            return null;
        }

        if (table.Name == "Operations")
        {
            return $"\"Id\" IN (SELECT \"OperationId\" FROM \"CaseEvents\" WHERE \"CaseId\" = '{_caseId}')";
        }

        var own = table.Name == "Cases" ? "Id" : "CaseId";
        if (table.FindColumn(own) is not null)
        {
            return $"\"{own}\" = '{_caseId}'";
        }

        var parents =
            from key in table.ForeignKeyConstraints
            let rows = RowsOf(key.PrincipalTable, [.. seen])
            where rows is not null
            select $"\"{key.Columns[0].Name}\" IN (SELECT \"{key.PrincipalColumns[0].Name}\" FROM \"{key.PrincipalTable.Name}\" WHERE {rows})";
        return parents.FirstOrDefault();
    }
}

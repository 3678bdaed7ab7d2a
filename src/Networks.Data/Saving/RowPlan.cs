using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Networks.Data.Saving;

/// <summary>How the rows of one entity type are written; all of it read from the model.</summary>
internal sealed class RowPlan
{
    // One for each set of columns that was written together.
    private readonly ConcurrentDictionary<(bool IsNew, UInt128 Columns), RowStatement> _statements = [];
    private readonly IColumnMapping[] _columns;
    private readonly UInt128 _fixed;

    // What points to another row may point to one that is not written yet.
    private readonly UInt128 _pointing;

    // The database gives these where the row does not.
    private readonly List<IProperty> _given;

    private RowPlan(IEntityType type, ITableMapping mapping)
    {
        Type = type;
        Table = mapping.Table.Name;
        _columns = [.. mapping.ColumnMappings];
        _fixed = Bits(property => property.IsPrimaryKey() || property.GetContainingIndexes().Any(i => i.IsUnique) || property.GetContainingForeignKeys().Any(IsToItself));
        _pointing = Bits(property => property.IsForeignKey());
        _given = [.. type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.Never)];
        IsOwnValuesOnly = !type.GetNavigations().Any() && !type.GetProperties().Any(p => p.IsShadowProperty());
        StandsAlone = IsOwnValuesOnly && !type.GetReferencingForeignKeys().Any();
        ToItself = [.. type.GetForeignKeys().Where(IsToItself)];
    }

    public IEntityType Type { get; }

    public string Table { get; }

    /// <summary>Foreign keys to other rows of the same table.</summary>
    public IReadOnlyList<IForeignKey> ToItself { get; }

    /// <summary>Whether all that a row has are its own values: it can be written without Entity Framework.</summary>
    public bool IsOwnValuesOnly { get; }

    /// <summary>Whether nothing hangs on such a row either: no other points to it.</summary>
    public bool StandsAlone { get; }

    /// <returns>Null for a type whose rows are not one plain row of one table each.</returns>
    public static RowPlan? Of(IEntityType type)
    {
        var isPlain = type.BaseType is null && !type.GetDirectlyDerivedTypes().Any() && type.FindPrimaryKey() is not null && !type.GetComplexProperties().Any() && !type.IsMappedToJson()
            && type.GetProperties().All(p => !p.IsConcurrencyToken && p.GetBeforeSaveBehavior() == PropertySaveBehavior.Save);
        return isPlain && type.GetTableMappings().ToList() is [var mapping] && mapping.Table.EntityTypeMappings.Count() == 1
            && mapping.ColumnMappings.Count() <= 128 && mapping.ColumnMappings.Count() == type.GetProperties().Count() && !type.GetForeignKeys().Any(k => IsToItself(k) && k.Properties.Count > 1)
            ? new RowPlan(type, mapping)
            : null;
    }

    /// <summary>Whether this row, as it has changed, needs nothing but its own statement in the order of its table.</summary>
    public bool CanWrite(IUpdateEntry entry) => entry.SharedIdentityEntry is null && entry.EntityState switch
    {
        EntityState.Added => !Array.Exists(_columns, column => entry.IsStoreGenerated(column.Property)),
        EntityState.Modified => (Written(entry) & _fixed) == 0,
        _ => false,
    };

    public RowWriting Writing(IUpdateEntry entry)
    {
        var isNew = entry.EntityState == EntityState.Added;
        return Writing(isNew, isNew ? UInt128.MaxValue : Written(entry), entry.GetCurrentValue, entry);
    }

    /// <summary>Writes a new row that has its own values only and is no entry of Entity Framework.</summary>
    /// <returns>Null when the database is to give one of its values.</returns>
    public RowWriting? Adding(object row) =>
        _given.Exists(p => Equals(p.GetGetter().GetClrValue(row), p.Sentinel)) ? null : Writing(isNew: true, UInt128.MaxValue, p => p.GetGetter().GetClrValue(row), null);

    /// <summary>Writes some columns of a row that is no entry of Entity Framework.</summary>
    /// <param name="value">Tells the row's value of a property.</param>
    /// <returns>Null when a change needs more than its own statement.</returns>
    public RowWriting? Changing(IEnumerable<(IProperty Property, object? Value)> changed, Func<IProperty, object?> value)
    {
        UInt128 written = 0;
        foreach (var (property, _) in changed)
        {
            written |= UInt128.One << Array.FindIndex(_columns, c => c.Property == property);
        }

        return (written & (_fixed | _pointing)) == 0 ? Writing(isNew: false, written, value, null) : null;
    }

    private RowWriting Writing(bool isNew, UInt128 columns, Func<IProperty, object?> value, IUpdateEntry? entry)
    {
        var statement = _statements.GetOrAdd((isNew, columns), static (key, plan) => plan.Compose(key.IsNew, key.Columns), this);
        return new RowWriting(statement, Array.ConvertAll(statement.Columns, column => value(column.Property)), entry);
    }

    private RowStatement Compose(bool isNew, UInt128 written)
    {
        var set = _columns.Where((_, i) => (written >> i & 1) == 1).ToArray();
        return new RowStatement(this, set, isNew ? [] : [.. _columns.Where(c => c.Property.IsPrimaryKey())]);
    }

    private UInt128 Written(IUpdateEntry entry) => Bits(entry.IsModified);

    private UInt128 Bits(Func<IProperty, bool> isIn)
    {
        UInt128 bits = 0;
        for (var i = 0; i < _columns.Length; i++)
        {
            bits |= isIn(_columns[i].Property) ? UInt128.One << i : 0;
        }

        return bits;
    }

    private static bool IsToItself(IForeignKey key) => key.PrincipalEntityType == key.DeclaringEntityType;
}

/// <summary>A row to be written.</summary>
/// <param name="Values">In the order of the statement's columns.</param>
/// <param name="Entry">Entity Framework's entry of it; null for a row that was only seen.</param>
internal sealed record RowWriting(RowStatement Statement, object?[] Values, IUpdateEntry? Entry);

/// <summary>Rows that a save writes without Entity Framework's knowledge.</summary>
/// <param name="New">They are written after all others.</param>
internal sealed record TakenRows(List<RowWriting> Changed, List<RowWriting> New)
{
    public static readonly TakenRows None = new([], []);

    public List<RowWriting> All => [.. Changed, .. New];
}

/// <summary>A statement that writes one row: a new one, or some columns of one that is there.</summary>
internal sealed class RowStatement(RowPlan plan, IColumnMapping[] set, IColumnMapping[] key)
{
    private static readonly string[] _names = [.. Enumerable.Range(0, 2048).Select(i => $"p{i}")];

    public IEntityType Type => plan.Type;

    public string Table => plan.Table;

    /// <summary>Of the parameters: what is written, then what says where.</summary>
    public IColumnMapping[] Columns { get; } = [.. set, .. key];

    /// <summary>Name of the parameter with a number, within all that a command has.</summary>
    public static string Parameter(int number) => _names[number];

    /// <param name="first">Number of its first parameter.</param>
    public void AppendTo(IRelationalCommandBuilder command, ISqlGenerationHelper sql, int first)
    {
        var table = sql.DelimitIdentifier(plan.Table, plan.Type.GetSchema());
        string Name(IColumnMapping column) => sql.DelimitIdentifier(column.Column.Name);
        string Value(int number) => sql.GenerateParameterNamePlaceholder(Parameter(first + number));
        command.Append(key.Length == 0
            ? $"INSERT INTO {table} ({string.Join(", ", set.Select(Name))}) VALUES ({string.Join(", ", set.Select((_, i) => Value(i)))})"
            : $"UPDATE {table} SET {string.Join(", ", set.Select((c, i) => $"{Name(c)} = {Value(i)}"))} WHERE {string.Join(" AND ", key.Select((c, i) => $"{Name(c)} = {Value(set.Length + i)}"))}");
        foreach (var (i, column) in Columns.Index())
        {
            command.AddParameter(Parameter(first + i), sql.GenerateParameterName(Parameter(first + i)), column.TypeMapping, column.Property.IsNullable);
        }
    }
}

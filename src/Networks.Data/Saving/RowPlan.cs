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

    private RowPlan(IEntityType type, ITableMapping mapping)
    {
        Type = type;
        Table = mapping.Table.Name;
        _columns = [.. mapping.ColumnMappings];
        _fixed = Bits(property => property.IsPrimaryKey() || property.GetContainingIndexes().Any(i => i.IsUnique) || property.GetContainingForeignKeys().Any(IsToItself));
        ToItself = [.. type.GetForeignKeys().Where(IsToItself)];
    }

    public IEntityType Type { get; }

    public string Table { get; }

    /// <summary>Foreign keys to other rows of the same table.</summary>
    public IReadOnlyList<IForeignKey> ToItself { get; }

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

    public RowStatement Statement(IUpdateEntry entry, ISqlGenerationHelper sql, IRelationalCommandBuilderFactory commands)
    {
        var isNew = entry.EntityState == EntityState.Added;
        var written = isNew ? UInt128.MaxValue : Written(entry);
        return _statements.TryGetValue((isNew, written), out var known) ? known
            : _statements.GetOrAdd((isNew, written), key => Compose(key.IsNew, key.Columns, sql, commands));
    }

    private RowStatement Compose(bool isNew, UInt128 written, ISqlGenerationHelper sql, IRelationalCommandBuilderFactory commands)
    {
        var set = _columns.Where((_, i) => (written >> i & 1) == 1).ToList();
        var key = isNew ? [] : _columns.Where(c => c.Property.IsPrimaryKey()).ToList();
        var table = sql.DelimitIdentifier(Table, Type.GetSchema());
        string Name(IColumnMapping column) => sql.DelimitIdentifier(column.Column.Name);
        string Value(int number) => sql.GenerateParameterNamePlaceholder(RowStatement.Parameter(number));
        var text = isNew
            ? $"INSERT INTO {table} ({string.Join(", ", set.Select(Name))}) VALUES ({string.Join(", ", set.Select((_, i) => Value(i)))})"
            : $"UPDATE {table} SET {string.Join(", ", set.Select((c, i) => $"{Name(c)} = {Value(i)}"))} WHERE {string.Join(" AND ", key.Select((c, i) => $"{Name(c)} = {Value(set.Count + i)}"))}";
        var command = commands.Create();
        command.Append(text);
        foreach (var (i, column) in set.Concat(key).Index())
        {
            var name = RowStatement.Parameter(i);
            command.AddParameter(name, sql.GenerateParameterName(name), column.TypeMapping, column.Property.IsNullable);
        }

        return new RowStatement(command.Build(), [.. set.Concat(key).Select(c => c.Property)]);
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

/// <summary>A statement that writes one row, and what its parameters are.</summary>
internal sealed record RowStatement(IRelationalCommand Command, IProperty[] Properties)
{
    private static readonly string[] _names = [.. Enumerable.Range(0, 256).Select(i => $"p{i}")];

    public static string Parameter(int number) => _names[number];

    public Dictionary<string, object?> ValuesOf(IUpdateEntry entry)
    {
        var values = new Dictionary<string, object?>(Properties.Length);
        for (var i = 0; i < Properties.Length; i++)
        {
            values.Add(_names[i], entry.GetCurrentValue(Properties[i]));
        }

        return values;
    }
}

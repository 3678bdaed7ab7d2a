using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Networks.Data.Reading;

/// <summary>
/// How a row of one entity type is made from its columns, copied and compared; composed once from the model. A type may
/// own lists of plain rows, which come with it (the answers of a round).
/// </summary>
internal sealed class RowShape
{
    private static readonly ConditionalWeakTable<IEntityType, RowShape> _known = [];
    private static readonly Func<object, object> _copy =
        typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private readonly List<IProperty> _properties;
    private readonly Func<object, object, bool> _isSame;
    private readonly List<INavigation> _lists;

    private RowShape(IEntityType type)
    {
        Type = type;
        _lists = [.. type.GetNavigations().Where(n => n is { IsCollection: true, ForeignKey.IsOwnership: true })];
        if (type.GetNavigations().Count() > _lists.Count || type.GetComplexProperties().Any())
        {
            throw new InvalidOperationException($"{type.ShortName()} is more than a plain row with lists of such.");
        }

        Lists = _lists.ConvertAll(list => Of(list.TargetEntityType));
        _properties = [.. type.GetProperties().Where(p => !p.IsShadowProperty())];
        _isSame = Comparing(type, _properties);
        // A copy shares what a member points to.
        CanBeCopied = _properties.TrueForAll(p => p.ClrType.IsValueType || p.ClrType == typeof(string)) && Lists.All(list => list.CanBeCopied);
    }

    public IEntityType Type { get; }

    /// <summary>Shapes of the rows that a row owns.</summary>
    public IReadOnlyList<RowShape> Lists { get; }

    /// <summary>Whether a change can be found by a copy. Others can only be read.</summary>
    public bool CanBeCopied { get; }

    public static RowShape Of(IEntityType type) => _known.GetValue(type, t => new RowShape(t));

    /// <summary>The row as it stands, to be compared with later.</summary>
    public static object Copy(object row) => _copy(row);

    public bool IsSame(object row, object other) => _isSame(row, other);

    public object?[] KeyOf(object row) => [.. Type.FindPrimaryKey()!.Properties.Select(p => p.GetGetter().GetClrValue(row))];

    /// <summary>The rows that this row owns now.</summary>
    public IEnumerable<object> PartsOf(object row) => _lists.SelectMany(list => (IEnumerable<object>)list.GetGetter().GetClrValue(row)!);

    /// <returns>The properties in which two rows differ, with the second row's values.</returns>
    public IEnumerable<(IProperty Property, object? Value)> Differences(object row, object other) =>
        from property in _properties
        let value = property.GetGetter().GetClrValue(other)
        where !Equals(property.GetGetter().GetClrValue(row), value)
        select (property, value);

    /// <summary>Makes rows from an answer that has the columns of this type under their names, and then those of each list that it owns.</summary>
    public RowMaking Making(DbDataReader answer)
    {
        var names = Enumerable.Range(0, answer.FieldCount).Select(answer.GetName).ToArray();
        var at = BlockOf(names, 0);
        var lists = new List<ListMaking>();
        var end = at + Columns;
        foreach (var (i, shape) in Lists.Index())
        {
            var block = shape.BlockOf(names, end);
            var accessor = _lists[i].GetCollectionAccessor()!;
            lists.Add(new ListMaking(shape, shape.Maker(names, block), shape.KeyColumn(names, block), (row, part) => accessor.Add(row, part, forMaterialization: true)));
            end = block + shape.Columns;
        }

        return new RowMaking(Maker(names, at), KeyColumn(names, at), lists);
    }

    private int Columns => Type.GetProperties().Count();

    // Two tables may have columns of one name: what belongs together stands together.
    private int BlockOf(string[] names, int from)
    {
        var own = Type.GetProperties().Select(p => ColumnOf(Type, p)).ToHashSet(StringComparer.Ordinal);
        var at = Enumerable.Range(from, Math.Max(0, names.Length - from - own.Count + 1)).Where(i => own.SetEquals(names[i..(i + own.Count)])).Take(1).ToList();
        return at is [var block] ? block : throw new InvalidOperationException($"The columns of {Type.ShortName()} do not stand together.");
    }

    private int KeyColumn(string[] names, int block) => Ordinal(names, block, Type.FindPrimaryKey()!.Properties.First(p => !p.IsShadowProperty()));

    private int Ordinal(string[] names, int block, IProperty property) => Array.IndexOf(names, ColumnOf(Type, property), block);

    private Func<DbDataReader, object> Maker(string[] names, int block)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var row = Expression.Variable(Type.ClrType);
        var make = Type.ClrType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])
            ?? throw new InvalidOperationException($"{Type.ShortName()} cannot be made without values.");
        List<Expression> body = [Expression.Assign(row, Expression.New(make))];
        body.AddRange(_properties.Select(p => Expression.Assign(MemberOf(row, p), Value(reader, p, Ordinal(names, block, p)))));
        body.Add(row);
        return Expression.Lambda<Func<DbDataReader, object>>(Expression.Block([row], body), reader).Compile();
    }

    private static string ColumnOf(IEntityType type, IProperty property) => property.GetColumnName(StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value)!;

    private static Expression Value(Expression reader, IProperty property, int ordinal)
    {
        var mapping = property.GetRelationalTypeMapping();
        var column = Expression.Constant(ordinal);
        var get = mapping.GetDataReaderMethod();
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(Expression.Convert(reader, get.DeclaringType!), get, column));
        if (mapping.Converter is { } converter)
        {
            var from = converter.ConvertFromProviderExpression;
            value = ReplacingExpressionVisitor.Replace(from.Parameters[0], ConvertTo(value, from.Parameters[0].Type), from.Body);
        }

        value = ConvertTo(value, property.ClrType);
        return !property.IsNullable ? value
            : Expression.Condition(Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, column), Expression.Default(property.ClrType), value);
    }

    private static Expression ConvertTo(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);

    private static MemberExpression MemberOf(Expression row, IProperty property) =>
        property.FieldInfo is { IsInitOnly: false } field ? Expression.Field(row, field) : Expression.Property(row, property.PropertyInfo!);

    private static Func<object, object, bool> Comparing(IEntityType type, IEnumerable<IProperty> properties)
    {
        var (one, other) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var (row, before) = (Expression.Convert(one, type.ClrType), Expression.Convert(other, type.ClrType));
        var same = properties.Select(p => (Expression)Expression.Equal(Member(row, p), Member(before, p))).Aggregate(Expression.AndAlso);
        return Expression.Lambda<Func<object, object, bool>>(same, one, other).Compile();

        static Expression Member(Expression of, IProperty property) =>
            property.FieldInfo is { } field ? Expression.Field(of, field) : Expression.Property(of, property.PropertyInfo!);
    }
}

/// <summary>Makes the rows of one shape, and those that they own, from an answer.</summary>
/// <param name="Key">Column of the row's key.</param>
internal sealed record RowMaking(Func<DbDataReader, object> Row, int Key, IReadOnlyList<ListMaking> Lists);

/// <summary>Makes the rows of a list that a row owns.</summary>
/// <param name="Key">Column that is null where a row owns none.</param>
internal sealed record ListMaking(RowShape Shape, Func<DbDataReader, object> Part, int Key, Action<object, object> Own);

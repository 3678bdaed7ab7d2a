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
    private readonly Lazy<Func<object, object, List<int>>> _differing;
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
        _differing = new(() => Differing(type, _properties));
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
        _differing.Value(row, other).Select(i => (_properties[i], _properties[i].GetGetter().GetClrValue(other)));

    /// <summary>Makes rows from an answer that has the columns of this type under their names, and then those of each list that it owns.</summary>
    public RowMaking Making(DbDataReader answer)
    {
        if (Type.FindPrimaryKey()!.Properties.Count > 1)
        {
            throw new InvalidOperationException($"{Type.ShortName()} has no single column by which one row is known from another.");
        }

        var names = Enumerable.Range(0, answer.FieldCount).Select(answer.GetName).ToArray();
        var block = BlockOf(names, 0);
        var lists = new List<ListMaking>();
        var end = block.End;
        foreach (var (i, shape) in Lists.Index())
        {
            var part = shape.BlockOf(names, end);
            var accessor = _lists[i].GetCollectionAccessor()!;
            lists.Add(new ListMaking(shape, shape.Maker(part), shape.KeyColumn(part), (row, owned) => accessor.Add(row, owned, forMaterialization: true)));
            end = part.End;
        }

        return new RowMaking(Maker(block), KeyColumn(block), lists);
    }

    // Several tables may have columns of one name: what belongs together stands together.
    private Block BlockOf(string[] names, int from)
    {
        var own = Type.GetProperties().Select(p => ColumnOf(Type, p)).ToHashSet(StringComparer.Ordinal);
        for (var at = from; at + own.Count <= names.Length; at++)
        {
            if (own.SetEquals(names[at..(at + own.Count)]))
            {
                return new Block(at, names[at..(at + own.Count)]);
            }
        }

        throw new InvalidOperationException($"The columns of {Type.ShortName()} do not stand together in {string.Join(", ", names)}.");
    }

    private int KeyColumn(Block block) => block.Of(ColumnOf(Type, Type.FindPrimaryKey()!.Properties.First(p => !p.IsShadowProperty())));

    private Func<DbDataReader, object> Maker(Block block)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var row = Expression.Variable(Type.ClrType);
        var make = Type.ClrType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])
            ?? throw new InvalidOperationException($"{Type.ShortName()} cannot be made without values.");
        List<Expression> body = [Expression.Assign(row, Expression.New(make))];
        body.AddRange(_properties.Select(p => Expression.Assign(MemberOf(row, p), Value(reader, p, block.Of(ColumnOf(Type, p))))));
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

    private static Func<object, object, bool> Comparing(IEntityType type, IReadOnlyList<IProperty> properties)
    {
        var (one, other) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var same = properties.Select(p => (Expression)Expression.Equal(Read(type, one, p), Read(type, other, p))).Aggregate(Expression.AndAlso);
        return Expression.Lambda<Func<object, object, bool>>(same, one, other).Compile();
    }

    // Which of the properties differ.
    private static Func<object, object, List<int>> Differing(IEntityType type, IReadOnlyList<IProperty> properties)
    {
        var (one, other, found) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)), Expression.Variable(typeof(List<int>)));
        List<Expression> body = [Expression.Assign(found, Expression.New(typeof(List<int>)))];
        body.AddRange(properties.Select((p, i) => Expression.IfThen(
            Expression.NotEqual(Read(type, one, p), Read(type, other, p)),
            Expression.Call(found, nameof(List<>.Add), null, Expression.Constant(i)))));
        body.Add(found);
        return Expression.Lambda<Func<object, object, List<int>>>(Expression.Block([found], body), one, other).Compile();
    }

    private static MemberExpression Read(IEntityType type, Expression row, IProperty property)
    {
        var of = Expression.Convert(row, type.ClrType);
        return property.FieldInfo is { } field ? Expression.Field(of, field) : Expression.Property(of, property.PropertyInfo!);
    }

    /// <summary>Where the columns of a type stand in an answer.</summary>
    private sealed record Block(int At, string[] Columns)
    {
        public int End => At + Columns.Length;

        public int Of(string column) => At + Array.IndexOf(Columns, column);
    }
}

/// <summary>Makes the rows of one shape, and those that they own, from an answer.</summary>
/// <param name="Key">Column of the row's key.</param>
internal sealed record RowMaking(Func<DbDataReader, object> Row, int Key, IReadOnlyList<ListMaking> Lists);

/// <summary>Makes the rows of a list that a row owns.</summary>
/// <param name="Key">Column that is null where a row owns none.</param>
internal sealed record ListMaking(RowShape Shape, Func<DbDataReader, object> Part, int Key, Action<object, object> Own);

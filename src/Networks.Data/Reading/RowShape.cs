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
/// own one list of plain rows, which come with it (the answers of a round).
/// </summary>
internal sealed class RowShape
{
    private static readonly ConditionalWeakTable<IEntityType, RowShape> _known = [];
    private static readonly Func<object, object> _copy =
        typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private readonly List<IProperty> _properties;
    private readonly Func<object, object, bool> _isSame;
    private readonly INavigation? _list;

    private RowShape(IEntityType type)
    {
        Type = type;
        _list = type.GetNavigations().SingleOrDefault(n => n is { IsCollection: true, ForeignKey.IsOwnership: true });
        // A copy shares what a member points to.
        if (type.GetNavigations().Any(n => n != _list && !n.ForeignKey.IsOwnership) || type.GetNavigations().Count() > (_list is null ? 0 : 1)
            || type.GetComplexProperties().Any() || type.GetProperties().Any(p => !p.IsShadowProperty() && !p.ClrType.IsValueType && p.ClrType != typeof(string)))
        {
            throw new InvalidOperationException($"{type.ShortName()} is more than a plain row with a list of such.");
        }

        Listed = _list is null ? null : Of(_list.TargetEntityType);
        if (Listed is not null && type.GetProperties().Select(p => ColumnOf(type, p)).Intersect(Listed.Type.GetProperties().Select(p => ColumnOf(Listed.Type, p))).Any())
        {
            throw new InvalidOperationException($"{type.ShortName()} and what it owns have columns of one name.");
        }

        _properties = [.. type.GetProperties().Where(p => !p.IsShadowProperty())];
        _isSame = Comparing(type, _properties);
    }

    public IEntityType Type { get; }

    /// <summary>Shape of the rows that a row owns; null for a type that owns none.</summary>
    public RowShape? Listed { get; }

    public static RowShape Of(IEntityType type) => _known.GetValue(type, t => new RowShape(t));

    /// <summary>The row as it stands, to be compared with later.</summary>
    public static object Copy(object row) => _copy(row);

    public bool IsSame(object row, object other) => _isSame(row, other);

    public object?[] KeyOf(object row) => [.. Type.FindPrimaryKey()!.Properties.Select(p => p.GetGetter().GetClrValue(row))];

    /// <summary>The rows that this row owns now.</summary>
    public IEnumerable<object> ListOf(object row) => _list is null ? [] : (IEnumerable<object>)_list.GetGetter().GetClrValue(row)!;

    /// <returns>The properties in which two rows differ, with the second row's values.</returns>
    public IEnumerable<(IProperty Property, object? Value)> Differences(object row, object other) =>
        from property in _properties
        let value = property.GetGetter().GetClrValue(other)
        where !Equals(property.GetGetter().GetClrValue(row), value)
        select (property, value);

    /// <summary>Makes rows from an answer that has the columns of this type, and of what it owns, under their names.</summary>
    public RowMaking Making(DbDataReader answer)
    {
        var accessor = _list?.GetCollectionAccessor();
        return new RowMaking(
            Maker(answer), KeyColumn(this, answer), Listed?.Maker(answer), Listed is null ? -1 : KeyColumn(Listed, answer), (row, part) => accessor!.Add(row, part, forMaterialization: true));

        static int KeyColumn(RowShape shape, DbDataReader answer) =>
            answer.GetOrdinal(ColumnOf(shape.Type, shape.Type.FindPrimaryKey()!.Properties.First(p => !p.IsShadowProperty())));
    }

    private Func<DbDataReader, object> Maker(DbDataReader answer)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var row = Expression.Variable(Type.ClrType);
        var make = Type.ClrType.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])
            ?? throw new InvalidOperationException($"{Type.ShortName()} cannot be made without values.");
        List<Expression> body = [Expression.Assign(row, Expression.New(make))];
        body.AddRange(_properties.Select(p => Expression.Assign(MemberOf(row, p), Value(reader, p, answer.GetOrdinal(ColumnOf(Type, p))))));
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
/// <param name="Listed">Makes an owned row; null for a shape that owns none.</param>
/// <param name="ListedKey">Column that is null where a row owns none.</param>
internal sealed record RowMaking(Func<DbDataReader, object> Row, int Key, Func<DbDataReader, object>? Listed, int ListedKey, Action<object, object> Own);

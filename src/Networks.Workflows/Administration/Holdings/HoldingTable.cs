using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;
using Networks.Data.Conventions;

namespace Networks.Workflows.Administration.Holdings;

/// <summary>A table of the model with the columns that may leave: everything but proofs of secrets and what only machines count.</summary>
internal sealed class HoldingTable
{
    /// <summary>Hashes of links, codes and keys, salts, fences: they tell nobody anything about a firm or a person.</summary>
    private static readonly HashSet<string> _kept = new(StringComparer.Ordinal)
    {
        "TokenHash", "CodeHash", "SecretHash", "PersonalSalt", "PersonalDigest", "Fence", "Owner", "OptOut", "ProtectedKey", "PasswordHash",
        "SecurityStamp", "ConcurrencyStamp", "NormalizedEmail", "NormalizedUserName", "ClaimedUntil",
    };

    private HoldingTable(IEntityType type)
    {
        Type = type;
        Word = type.ClrType.Name;
        Columns = [.. type.GetProperties().Where(p => p.PropertyInfo is not null && !_kept.Contains(p.Name)).OrderBy(p => p.PropertyInfo!.MetadataToken)];
    }

    public IEntityType Type { get; }

    /// <summary>Name of its rows, as in <c>FirmProfile</c>.</summary>
    public string Word { get; }

    public IReadOnlyList<IProperty> Columns { get; }

    /// <summary>Names of the lists of parts that leave with a row.</summary>
    public IEnumerable<string> Parts => Owned.Select(n => n.Name);

    private IEnumerable<INavigation> Owned => Type.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && n.IsCollection);

    public static HoldingTable Of(IModel model, Type entity) => new(model.FindEntityType(entity) ?? throw new ArgumentException($"{entity.Name} is not stored.", nameof(entity)));

    /// <summary>Every table of its own, by name; parts of other rows leave with their owner.</summary>
    public static IEnumerable<HoldingTable> All(IModel model) =>
        model.GetEntityTypes().Where(t => !t.IsOwned()).OrderBy(t => t.ClrType.Name, StringComparer.Ordinal).Select(t => new HoldingTable(t));

    /// <summary>A row by the names of its columns: text, numbers and days as JSON has them; what is empty is left out.</summary>
    public JsonObject Write(object row)
    {
        var written = Fields(row, Columns);
        foreach (var part in Owned)
        {
            var columns = part.TargetEntityType.GetProperties().Where(p => p.PropertyInfo is not null && !_kept.Contains(p.Name)).ToList();
            written[part.Name] = new JsonArray([.. ((IEnumerable<object>)part.PropertyInfo!.GetValue(row)!).Select(item => (JsonNode)Fields(item, columns))]);
        }

        return written;
    }

    private static JsonObject Fields(object row, IEnumerable<IProperty> columns)
    {
        var written = new JsonObject();
        foreach (var column in columns)
        {
            if (column.PropertyInfo!.GetValue(row) is { } value)
            {
                written[column.Name] = Value(column, value);
            }
        }

        return written;
    }

    // Ids are stored as their number; all else is written as the product writes JSON.
    private static JsonNode? Value(IProperty column, object value) => column.GetValueConverter() is { } converter && converter.ProviderClrType == typeof(Guid)
        ? JsonValue.Create($"{converter.ConvertToProvider(value)}")
        : value is Guid id ? JsonValue.Create($"{id}") : JsonSerializer.SerializeToNode(value, value.GetType(), Json.Options);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Data.Files;
using Networks.Data.History;

namespace Networks.Workflows.Common;

/// <summary>One row that an act wrote: how it stood before.</summary>
/// <param name="Old">Values before by column; null for a row that the act made.</param>
/// <param name="Owner">Key of the row that it belongs to (a consent to its firm); null for one that stands alone.</param>
internal sealed record WrittenRow(string Type, IReadOnlyList<JsonNode?> Key, Dictionary<string, JsonNode?>? Old, IReadOnlyList<JsonNode?>? Owner);

/// <summary>How the rows of a case stood before its last act.</summary>
/// <param name="Version">Of the case during the act.</param>
internal sealed record Reversal(long Version, IReadOnlyList<WrittenRow> Rows);

/// <summary>Watches what an act writes. The history is never taken back, what is searched follows by itself, and an act that removes rows cannot be.</summary>
internal sealed class ReversalWatch
{
    private static readonly HashSet<string> _kept = [nameof(Case.Version), nameof(Case.HeadHash), nameof(Case.HistoryLength)];

    private readonly NetworksDbContext _db;
    private readonly Dictionary<object, WrittenRow> _rows = new(ReferenceEqualityComparer.Instance);
    private bool _lost;

    public ReversalWatch(NetworksDbContext db)
    {
        _db = db;
        db.SavingChanges += (_, _) => Look();
    }

    /// <returns>Null when the act cannot be taken back.</returns>
    public string? Write()
    {
        Look();
        var version = _db.ChangeTracker.Entries<Case>().FirstOrDefault()?.Entity.Version;
        return _lost || version is null ? null : JsonSerializer.Serialize(new Reversal(version.Value, [.. _rows.Values]));
    }

    public static JsonNode? Stored(IProperty property, object? value) =>
        JsonSerializer.SerializeToNode(value is null ? null : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value);

    public static object? Read(IProperty property, JsonNode? stored)
    {
        var converter = property.GetTypeMapping().Converter;
        var value = stored?.Deserialize(converter?.ProviderClrType ?? property.ClrType);
        return value is null || converter is null ? value : converter.ConvertFromProvider(value);
    }

    private void Look()
    {
        foreach (var entry in _db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            _lost |= entry.State == EntityState.Deleted || entry.Metadata.FindOwnership() is { IsUnique: true } || entry.ComplexProperties.Any(c => c.IsModified);
            if (!_lost && entry.Entity is not (CaseEvent or StoredFile or SearchEntry) && !_rows.ContainsKey(entry.Entity))
            {
                _rows[entry.Entity] = Row(entry);
            }
            else if (!_lost && _rows.TryGetValue(entry.Entity, out var known) && known.Old is { } old)
            {
                AddOld(entry, old);
            }
        }
    }

    private static WrittenRow Row(EntityEntry entry)
    {
        var key = entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Stored(p, entry.Property(p.Name).CurrentValue)).ToList();
        var old = entry.State == EntityState.Added ? null : new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        if (old is not null)
        {
            AddOld(entry, old);
        }

        var owner = entry.Metadata.FindOwnership()?.Properties.Select(p => Stored(p, entry.Property(p.Name).CurrentValue)).ToList();
        return new WrittenRow(entry.Metadata.Name, key, old, owner);
    }

    private static void AddOld(EntityEntry entry, Dictionary<string, JsonNode?> old)
    {
        foreach (var property in entry.Properties.Where(p => p.IsModified && !(entry.Entity is Case && _kept.Contains(p.Metadata.Name))))
        {
            old.TryAdd(property.Metadata.Name, Stored(property.Metadata, property.OriginalValue));
        }
    }
}

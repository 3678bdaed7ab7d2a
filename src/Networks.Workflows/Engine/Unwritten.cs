using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Networks.Data;

namespace Networks.Workflows.Engine;

/// <summary>Takes back what was changed in memory and is not in the database yet: a step that failed half-way leaves nothing.</summary>
internal static class Unwritten
{
    public static void Revert(NetworksDbContext db)
    {
        db.TrackSeen(all: false);
        var entries = db.ChangeTracker.Entries().ToList();
        var added = entries.Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries.Where(e => e.State != EntityState.Added))
        {
            // An owner that still holds a new part would bring it back.
            RemoveParts(entry, added);
            if (entry.State != EntityState.Unchanged)
            {
                entry.CurrentValues.SetValues(entry.OriginalValues);
                entry.State = EntityState.Unchanged;
            }
        }

        foreach (var entry in entries.Where(e => added.Contains(e.Entity)))
        {
            entry.State = EntityState.Detached;
        }
    }

    private static void RemoveParts(EntityEntry entry, HashSet<object> added)
    {
        foreach (var collection in entry.Collections)
        {
            var parts = ((IEnumerable<object>?)collection.CurrentValue ?? []).Where(added.Contains).ToList();
            foreach (var part in parts)
            {
                collection.Metadata.GetCollectionAccessor()!.Remove(entry.Entity, part);
            }
        }

        foreach (var reference in entry.References.Where(r => r.CurrentValue is { } part && added.Contains(part)))
        {
            reference.CurrentValue = null;
        }
    }
}

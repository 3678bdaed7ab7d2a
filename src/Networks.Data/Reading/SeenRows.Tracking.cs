using Microsoft.EntityFrameworkCore;

namespace Networks.Data.Reading;

/// <summary>Telling Entity Framework of the rows of an act, where somebody looks on.</summary>
internal sealed partial class SeenRows
{
    /// <summary>Tracks what is new or has changed; with <paramref name="all"/> also what has not.</summary>
    public void Track(bool all)
    {
        TrackNew();
        TrackRows(all);
    }

    /// <summary>Tracks what is new.</summary>
    public void TrackNew()
    {
        ForgetOtherActs();
        WithoutLooking(() =>
        {
            _new.ForEach(added => db.Add(added.Row));
            return true;
        });
        _new.Clear();
    }

    /// <summary>Tracks what has changed.</summary>
    /// <returns>What is tracked now and was not before.</returns>
    public IReadOnlySet<object> TrackChanged() => TrackRows(all: false);

    private HashSet<object> TrackRows(bool all)
    {
        ForgetOtherActs();
        var tracked = new HashSet<object>(ReferenceEqualityComparer.Instance);
        WithoutLooking(() =>
        {
            foreach (var row in _rows.Where(r => r.Owner is null && (all || HasChangedWithParts(r))))
            {
                List<Seen> together = [row, .. PartsOf(row)];
                Track(row.Row, together);
                tracked.UnionWith(together.Select(r => r.Row));
            }

            return tracked.Count == 0 ? 0 : _rows.RemoveAll(r => tracked.Contains(r.Row));
        });
        return tracked;
    }

    // What it owns may have come or gone.
    private bool HasChangedWithParts(Seen row) => row.HasChanged
        || (row.Shape.Lists.Count > 0 && (PartsOf(row).Any(part => part.HasChanged) || row.Shape.PartsOf(row.Row).Count() != PartsOf(row).Count()));

    private IEnumerable<Seen> PartsOf(Seen row) => row.Shape.Lists.Count == 0 ? [] : _rows.Where(r => r.Owner == row.Row);

    private void Track(object row, List<Seen> together)
    {
        if (together.Count == 1)
        {
            db.Entry(row).State = EntityState.Unchanged;
        }
        else
        {
            db.ChangeTracker.TrackGraph(row, node => node.Entry.State = together.Exists(r => r.Row == node.Entry.Entity) ? EntityState.Unchanged : EntityState.Added);
        }

        foreach (var seen in together)
        {
            var entry = db.Entry(seen.Row);
            foreach (var (property, before) in seen.Shape.Differences(seen.Row, seen.Before))
            {
                // With this the property counts as modified.
                entry.Property(property.Name).OriginalValue = before;
            }
        }
    }
}

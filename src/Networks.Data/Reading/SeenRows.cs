using Microsoft.EntityFrameworkCore;

namespace Networks.Data.Reading;

/// <summary>
/// Rows that an act has read and perhaps changes. Entity Framework learns of those alone that have changed, at the save:
/// tracking each row from the start costs more than reading it.
/// </summary>
internal sealed class SeenRows(NetworksDbContext db)
{
    private readonly List<Seen> _rows = [];
    private Guid? _act;

    /// <summary>
    /// Takes a row into the act. One that is there already, tracked or seen, keeps its object with what was changed in it,
    /// as with Entity Framework's own queries.
    /// </summary>
    public T See<T>(RowShape shape, T row, Known known)
        where T : class
    {
        if (known.Find(shape, row) is T there)
        {
            return there;
        }

        _rows.Add(new Seen(shape, row, RowShape.Copy(row)));
        return row;
    }

    /// <summary>The rows of a type that are there already.</summary>
    public Known KnownOf<T>()
        where T : class
    {
        ForgetOtherActs();
        var tracked = WithoutLooking(() => db.ChangeTracker.Entries<T>().Select(e => (object)e.Entity).ToList());
        return new Known([.. tracked, .. _rows.Where(r => r.Row is T).Select(r => r.Row)]);
    }

    /// <summary>Tracks what has changed; with <paramref name="all"/> also what has not.</summary>
    public void Track(bool all)
    {
        ForgetOtherActs();
        if (_rows.Count == 0)
        {
            return;
        }

        WithoutLooking(() => _rows.RemoveAll(row =>
        {
            var tracks = all || !row.Shape.IsSame(row.Row, row.Before);
            if (tracks)
            {
                Track(row);
            }

            return tracks;
        }));
    }

    public void Clear() => _rows.Clear();

    private void Track(Seen row)
    {
        var entry = db.Entry(row.Row);
        entry.State = EntityState.Unchanged;
        foreach (var (property, before) in row.Shape.Differences(row.Row, row.Before))
        {
            // With this the property counts as modified.
            entry.Property(property.Name).OriginalValue = before;
        }
    }

    // What an act that was refused or that failed had changed must not be saved by the next one.
    private void ForgetOtherActs()
    {
        var act = db.Database.CurrentTransaction?.TransactionId;
        if (act != _act)
        {
            _rows.Clear();
            _act = act;
        }
    }

    private T WithoutLooking<T>(Func<T> act)
    {
        var looks = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return act();
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    private sealed record Seen(RowShape Shape, object Row, object Before);

    internal sealed class Known(IReadOnlyList<object> rows)
    {
        public object? Find(RowShape shape, object row)
        {
            if (rows.Count == 0)
            {
                return null;
            }

            var key = shape.KeyOf(row);
            return rows.FirstOrDefault(other => shape.KeyOf(other).SequenceEqual(key));
        }
    }
}

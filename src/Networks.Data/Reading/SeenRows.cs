using Microsoft.EntityFrameworkCore;
using Networks.Data.Saving;

namespace Networks.Data.Reading;

/// <summary>
/// Rows that an act has read and perhaps changes. What has changed is found at the save and written by itself; Entity
/// Framework learns of it where somebody else looks on. Tracking each row from the start costs more than reading it.
/// </summary>
internal sealed partial class SeenRows(NetworksDbContext db)
{
    private readonly List<Seen> _rows = [];
    private List<(RowPlan Plan, object Row, bool IsKept)> _new = [];
    private Guid? _act;

    /// <summary>
    /// Takes a row into the act. One that is there already, tracked or seen, keeps its object with what was changed in it,
    /// as with Entity Framework's own queries.
    /// </summary>
    /// <param name="watched">Properties at whose changes consequences look.</param>
    public T See<T>(RowShape shape, T row, Known known, IReadOnlyCollection<string> watched)
        where T : class
    {
        MustBeCopied(shape);
        if (known.Find(shape, row) is T there)
        {
            return there;
        }

        _rows.Add(new Seen(shape, row, null, watched));
        return row;
    }

    /// <summary>Takes a row that another one owns into the act.</summary>
    public void SeePart(RowShape shape, object part, object owner) => _rows.Add(new Seen(shape, part, owner, []));

    /// <summary>Takes a new row into the act that nobody looks at.</summary>
    /// <param name="isKept">Whether it may change after it was written.</param>
    public void AddNew(RowPlan plan, object row, bool isKept)
    {
        if (isKept)
        {
            MustBeCopied(RowShape.Of(plan.Type));
        }

        ForgetOtherActs();
        _new.Add((plan, row, isKept));
    }

    /// <summary>The only row of a type that was seen, where none of it is tracked; else null.</summary>
    public T? Only<T>()
        where T : class
    {
        ForgetOtherActs();
        return _rows.Where(r => r.Row is T).Take(2).ToList() is [var only] && !_new.Exists(n => n.Row is T) && !WithoutLooking(() => db.ChangeTracker.Entries<T>().Any()) ? (T)only.Row : null;
    }

    /// <summary>The rows of a type that are there already.</summary>
    public Known KnownOf<T>()
        where T : class
    {
        ForgetOtherActs();
        var tracked = WithoutLooking(() => db.ChangeTracker.Entries<T>().Select(e => (object)e.Entity).ToList());
        return new Known([.. tracked, .. _rows.Where(r => r.Row is T).Select(r => r.Row), .. _new.Where(n => n.Row is T).Select(n => n.Row)]);
    }

    /// <summary>
    /// What has changed in rows that nobody else looks at and that are written by one statement each. They count as written;
    /// whoever takes them writes them or gives up the act.
    /// </summary>
    public List<RowWriting> TakeChanged(RowPlans plans)
    {
        ForgetOtherActs();
        var changes = new List<RowWriting>();
        foreach (var row in _rows.Where(r => r.HasChanged))
        {
            var differences = row.Shape.Differences(row.Before, row.Row).ToList();
            if (!differences.Exists(d => row.Watched.Contains(d.Property.Name))
                && plans.PlanOf(row.Shape.Type)?.Changing(differences, p => p.IsShadowProperty() ? OwnersKey(row) : p.GetGetter().GetClrValue(row.Row)) is { } change && !IsTracked(row))
            {
                changes.Add(change);
                row.Before = RowShape.Copy(row.Row);
            }
        }

        return changes;
    }

    /// <summary>New rows that nobody else looks at; taken as changed ones are.</summary>
    /// <param name="all">Those too to which others point: nobody writes any of these others.</param>
    public List<RowWriting> TakeNew(RowPlans plans, bool all)
    {
        ForgetOtherActs();
        var writings = _new.ConvertAll(row => row.Plan.Adding(row.Row));
        // What the database is to give a value of is left to Entity Framework, and with it what may point there.
        var takesAll = all && !writings.Contains(null);
        var taken = new List<RowWriting>();
        var left = new List<(RowPlan Plan, object Row, bool IsKept)>();
        foreach (var (added, writing) in _new.Zip(writings))
        {
            if (writing is null || !(takesAll || added.Plan.StandsAlone))
            {
                left.Add(added);
                continue;
            }

            taken.Add(writing);
            if (added.IsKept)
            {
                // From here on it is as one that the act has read.
                _rows.Add(new Seen(RowShape.Of(added.Plan.Type), added.Row, null, []));
            }
        }

        _new = left;
        return [.. plans.InOrder(taken)];
    }

    public void Clear()
    {
        _rows.Clear();
        _new.Clear();
    }

    // Two objects of one row, both changed: Entity Framework refuses it when the second one is tracked.
    private bool IsTracked(Seen row) => WithoutLooking(() => db.ChangeTracker.Entries().Any(e =>
        e.Metadata == row.Shape.Type && row.Shape.Type.FindPrimaryKey()!.Properties.All(p => Equals(e.Property(p.Name).CurrentValue, p.IsShadowProperty() ? OwnersKey(row) : p.GetGetter().GetClrValue(row.Row)))));

    private object? OwnersKey(Seen row) => _rows.First(r => r.Row == row.Owner).Shape.KeyOf(row.Owner!)[0];

    private static void MustBeCopied(RowShape shape)
    {
        if (!shape.CanBeCopied)
        {
            throw new InvalidOperationException($"{shape.Type.ClrType.Name} has values that a copy would share: it can only be read.");
        }
    }

    // What an act that was refused or that failed had changed must not be saved by the next one.
    private void ForgetOtherActs()
    {
        var act = db.Database.CurrentTransaction?.TransactionId;
        if (act != _act)
        {
            Clear();
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

    private sealed class Seen(RowShape shape, object row, object? owner, IReadOnlyCollection<string> watched)
    {
        public RowShape Shape => shape;

        public object Row => row;

        public object? Owner => owner;

        public IReadOnlyCollection<string> Watched => watched;

        public object Before { get; set; } = RowShape.Copy(row);

        public bool HasChanged => !shape.IsSame(row, Before);
    }

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

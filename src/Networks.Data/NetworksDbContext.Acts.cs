using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.Reading;
using Networks.Data.Saving;

namespace Networks.Data;

/// <summary>What an act has read and changes, and how it is saved.</summary>
public abstract partial class NetworksDbContext
{
    /// <summary>Whether somebody looks at every change of the running act, e.g. to take it back later: Entity Framework is then told of each.</summary>
    public bool IsWatched { get; set; }

    private TakenRows _taken = TakenRows.None;
    private readonly Dictionary<ActRows, (Guid Asked, object Rows)> _ahead = [];

    /// <summary>Rows of the running act that are not tracked as long as nothing changes in them.</summary>
    internal SeenRows Seen => field ??= new SeenRows(this);

    private ActDatabase? Acts => field ??= this.GetService<IDatabase>() as ActDatabase;

    /// <summary>
    /// Tracks the rows of the running act that <see cref="ActRows{TId}"/> read: before a query that tracks some of them, and
    /// before what is tracked is looked at. A save does it by itself.
    /// </summary>
    /// <param name="all">Those too in which nothing has changed.</param>
    public void TrackSeen(bool all) => Seen.Track(all);

    /// <summary>
    /// The only row of a type that the running act has read by <see cref="ActRows{TId}"/>, where it has read, made or changed no
    /// other that is tracked: what need not be asked for again. Else null.
    /// </summary>
    public T? OnlySeen<T>()
        where T : class => ReadsForAct ? Seen.Only<T>() : null;

    /// <summary>
    /// Adds a new row that nobody looks at before it is written, that is not changed afterwards, and that no other row points
    /// to. An act writes it by itself, after all others; elsewhere, and where somebody looks at every change, it is added as
    /// any other.
    /// </summary>
    public void AddAlone(object row) => AddNew(row, isKept: false);

    /// <summary>
    /// Adds a new row that the act may go on to change, as it may a row that <see cref="ActRows{TId}"/> read, and at which no
    /// consequence looks. An act writes it by itself where Entity Framework has nothing to write, which would have to know a
    /// row that others point to; one that it points to was added before.
    /// </summary>
    public void AddSeen(object row) => AddNew(row, isKept: true);

    private void AddNew(object row, bool isKept)
    {
        ArgumentNullException.ThrowIfNull(row);
        var plan = WritesAlone ? RowPlans.Of(Model).PlanOf(Model.FindEntityType(row.GetType())!) : null;
        if (plan is not null && (isKept ? plan.IsOwnValuesOnly : plan.StandsAlone))
        {
            Seen.AddNew(plan, row, isKept);
        }
        else
        {
            Add(row);
        }
    }

    /// <summary>What is to be written of rows that Entity Framework does not know, for the running save; once.</summary>
    internal TakenRows TakeSeen()
    {
        var taken = _taken;
        _taken = TakenRows.None;
        return taken;
    }

    /// <summary>Keeps rows that the running act is going to ask for.</summary>
    internal void KeepAhead(ActRows rows, Guid asked, object answer) => _ahead[rows] = (asked, answer);

    /// <returns>Rows that were read ahead, once; null when they were not, or when something was written since.</returns>
    internal object? TakeAhead(ActRows rows, Guid asked) => _ahead.Remove(rows, out var ahead) && ahead.Asked == asked ? ahead.Rows : null;

    /// <summary>Nothing that was read or changed is known any more.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        Seen.Clear();
        _taken = TakenRows.None;
        _ahead.Clear();
        IsWatched = false;
    }

    /// <summary>Saves what has changed, found by one look at what is tracked for all who look on while it is saved.</summary>
    /// <exception cref="InvalidOperationException">A moment is read: what is written in it would be gone at its end.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_moment is not null)
        {
            throw new InvalidOperationException("A query writes nothing.");
        }

        _ahead.Clear();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var plans = WritesAlone ? RowPlans.Of(Model) : null;
            var changed = plans is null ? [] : Seen.TakeChanged(plans);
            var found = Seen.TrackChanged();
            if (ChangeTracker.Entries().Any(entry => !found.Contains(entry.Entity) && MayHaveChanged(entry)))
            {
                ChangeTracker.DetectChanges();
            }

            var writesAll = !ChangeTracker.Entries().Any(entry => entry.State != EntityState.Unchanged);
            _taken = new TakenRows(changed, plans is null ? [] : Seen.TakeNew(plans, writesAll));
            Seen.TrackNew();
            // Where nothing is tracked, nobody has anything to look at either; where Entity Framework has nothing to save, it leaves the others to be written.
            var saved = ChangeTracker.Entries().Any() ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : 0;
            return saved + await WriteLeftAsync(cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private bool WritesAlone => !IsWatched && Acts is { IsAct: true };

    private async Task<int> WriteLeftAsync(CancellationToken cancellationToken)
    {
        var left = TakeSeen().All;
        if (left.Count > 0)
        {
            await Acts!.WriteAsync(left, cancellationToken);
        }

        return left.Count;
    }

    // A new row is written as it stands; what may hang on it must be looked for.
    private static bool MayHaveChanged(EntityEntry entry) =>
        entry.State != EntityState.Added || entry.Metadata.GetNavigations().Any() || entry.Metadata.GetComplexProperties().Any();
}

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

    private List<RowWriting> _seen = [];
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

    /// <summary>What has changed in rows that Entity Framework does not know, for the running save; once.</summary>
    internal List<RowWriting> TakeSeen()
    {
        var seen = _seen;
        _seen = [];
        return seen;
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
        _seen = [];
        _ahead.Clear();
        IsWatched = false;
    }

    /// <summary>Saves what has changed, found by one look at what is tracked for all who look on while it is saved.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        _ahead.Clear();
        _seen = Acts is { IsAct: true } && !IsWatched ? Seen.TakeChanges(RowPlans.Of(Model)) : [];
        var found = Seen.Track(all: false);
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (ChangeTracker.Entries().Any(entry => !found.Contains(entry.Entity) && MayHaveChanged(entry)))
            {
                ChangeTracker.DetectChanges();
            }

            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (TakeSeen() is { Count: > 0 } left)
            {
                // Entity Framework had nothing to save.
                await Acts!.WriteAsync(left, cancellationToken);
                saved += left.Count;
            }

            return saved;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // A new row is written as it stands; what may hang on it must be looked for.
    private static bool MayHaveChanged(EntityEntry entry) =>
        entry.State != EntityState.Added || entry.Metadata.GetNavigations().Any() || entry.Metadata.GetComplexProperties().Any();
}

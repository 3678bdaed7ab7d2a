using Networks.Data.Reading;

namespace Networks.Data;

/// <summary>What an act has read and changes, and how it is saved.</summary>
public abstract partial class NetworksDbContext
{
    /// <summary>Rows of the running act that are not tracked as long as nothing changes in them.</summary>
    internal SeenRows Seen => field ??= new SeenRows(this);

    /// <summary>
    /// Tracks the rows of the running act that <see cref="ActRows{TId}"/> read: before a query that tracks some of them, and
    /// before what is tracked is looked at. A save does it by itself.
    /// </summary>
    /// <param name="all">Those too in which nothing has changed.</param>
    public void TrackSeen(bool all) => Seen.Track(all);

    /// <summary>Nothing that was read or changed is known any more.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        Seen.Clear();
    }

    /// <summary>Saves what has changed, found by one look at what is tracked for all who look on while it is saved.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Seen.Track(all: false);
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }
}

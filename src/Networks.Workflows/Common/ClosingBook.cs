using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;

namespace Networks.Workflows.Common;

/// <summary>
/// The closing days that hold, in memory: every step that opens with a term asks for them. Another node's change is known
/// within half a minute; terms that were given before stay as they are.
/// </summary>
public sealed class ClosingBook(TimeProvider clock)
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromSeconds(30);

    private volatile Page? _page;

    /// <summary>Whether a day is closed for an association, or for the chamber that the term waits for.</summary>
    /// <param name="db">The caller's: an act that waited for a second connection could wait for one that waits for it.</param>
    public async Task<Func<DateOnly, bool>> ForAsync(NetworksDbContext db, AssociationId association, string? chamber, CancellationToken cancellationToken)
    {
        var page = _page;
        if (page is null || page.ReadAt + _freshFor < clock.GetUtcNow())
        {
            var days = await db.ClosingDays.AsNoTracking().Where(d => d.EndedAt == null).ToListAsync(cancellationToken);
            _page = page = new Page(clock.GetUtcNow(), days);
        }

        var closed = page.Days.Where(d => d.AssociationId == association || (chamber is not null && d.Chamber == chamber)).ToList();
        return day => closed.Exists(d => d.Covers(day));
    }

    /// <summary>What is in memory is no longer believed.</summary>
    public void Forget() => _page = null;

    private sealed record Page(DateTimeOffset ReadAt, IReadOnlyList<ClosingDay> Days);
}

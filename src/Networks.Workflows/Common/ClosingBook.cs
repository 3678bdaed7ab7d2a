using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Administration;

namespace Networks.Workflows.Common;

/// <summary>
/// The closing days that hold, in memory: every step that opens with a term asks for them. Another node's change is known
/// within half a minute; terms that were given before stay as they are.
/// </summary>
public sealed class ClosingBook(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromSeconds(30);

    private volatile Page? _page;

    /// <summary>Whether a day is closed for an association, or for the chamber that the term waits for.</summary>
    public async Task<Func<DateOnly, bool>> ForAsync(AssociationId association, string? chamber, CancellationToken cancellationToken)
    {
        var page = _page;
        if (page is null || page.ReadAt + _freshFor < clock.GetUtcNow())
        {
            _page = page = await ReadAsync(cancellationToken);
        }

        var days = page.Days.Where(d => d.AssociationId == association || (chamber is not null && d.Chamber == chamber)).ToList();
        return day => days.Exists(d => d.Covers(day));
    }

    /// <summary>What is in memory is no longer believed.</summary>
    public void Forget() => _page = null;

    private async Task<Page> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        return new Page(clock.GetUtcNow(), await db.ClosingDays.AsNoTracking().Where(d => d.EndedAt == null).ToListAsync(cancellationToken));
    }

    private sealed record Page(DateTimeOffset ReadAt, IReadOnlyList<ClosingDay> Days);
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListEnding;

/// <summary>
/// The firms of the person's desk whose permissions or profile end within thirty days, or have ended within the last thirty
/// without being renewed; what ends first comes first.
/// </summary>
[Access(Right.DeskWork)]
public sealed record ListEnding : IQuery<IReadOnlyList<EndingRow>>
{
    public const int Most = 500;
}

/// <param name="Purposes">What ends on the first day or later within the time; null in it: the profile.</param>
/// <param name="Until">The earliest last day.</param>
/// <param name="HasEnded">That day is over.</param>
/// <param name="HasMailbox">The firm can be asked by a mailed link; else it is called.</param>
/// <param name="AskedOn">The link to its own page was mailed on that day and still opens; null when it was not.</param>
public sealed record EndingRow(FirmId Id, string Name, IReadOnlyList<ConsentPurpose?> Purposes, DateOnly Until, bool HasEnded, bool HasMailbox, string? Phone, DateOnly? AskedOn);

internal sealed class ListEndingHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListEnding, Result<IReadOnlyList<EndingRow>>>
{
    public async Task<Result<IReadOnlyList<EndingRow>>> Handle(ListEnding request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var ending = (await EndingPermissions.LoadAsync(db, actor.Association ?? default, today, cancellationToken)).GroupBy(e => e.Firm).Take(ListEnding.Most).ToList();
        List<FirmId> ids = [.. ending.Select(e => e.Key)];
        var firms = await db.Firms.AsNoTracking().Where(f => ids.Contains(f.Id)).Select(f => new { f.Id, f.Name, f.Email, f.Phone }).ToDictionaryAsync(f => f.Id, cancellationToken);
        var asked = await db.FirmPages.AsNoTracking().Where(p => ids.Contains(p.FirmId) && p.LastDay >= today).ToDictionaryAsync(p => p.FirmId, p => p.SentOn, cancellationToken);
        return ending.Select(one =>
        {
            var (firm, until) = (firms[one.Key], one.Min(e => e.Until));
            return new EndingRow(firm.Id, firm.Name, [.. one.Select(e => e.Purpose).Distinct()], until, until < today, firm.Email is not null, firm.Phone, asked.TryGetValue(firm.Id, out var on) ? on : null);
        }).ToList();
    }
}

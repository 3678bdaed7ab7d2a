using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.PreviewClosingDays;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.PreviewEndClosing;

/// <summary>
/// What it would change to take closing days back: how many days count again, and which open terms were given while they
/// did not count and run over them. None of them moves.
/// </summary>
[Access(Right.SettingsManage)]
public sealed record PreviewEndClosing(Guid Closing) : IQuery<EndClosingPreview>;

/// <param name="WorkingDays">Days to come that count again, until a year from today.</param>
/// <param name="Terms">At most fifty.</param>
/// <param name="Total">Of all such terms.</param>
public sealed record EndClosingPreview(string Name, int WorkingDays, IReadOnlyList<TouchedTerm> Terms, int Total);

internal sealed class PreviewEndClosingHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<PreviewEndClosing, Result<EndClosingPreview>>
{
    private const int _shown = 50;

    public async Task<Result<EndClosingPreview>> Handle(PreviewEndClosing request, CancellationToken cancellationToken)
    {
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var programme = ground.Programme.Id;
        var day = await db.ClosingDays.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.Closing && d.ProgrammeId == programme && d.EndedAt == null, cancellationToken);
        if (day is null || !await ClosingOwner.Of(day).IsMineAsync(db, ground, cancellationToken))
        {
            return AdministrationRefusals.NotFound;
        }

        var today = calendar.Today();
        var days = Enumerable.Range(1, 365).Select(today.AddDays).Where(d => day.Covers(d) && BusinessCalendar.IsWorkingDay(d)).ToList();
        var (association, chamber, since) = (day.AssociationId, day.Chamber, day.CreatedAt);
        var open = days.Count == 0 ? [] : await (
            from i in db.WorkItems.AsNoTracking()
            where i.Status == WorkItemStatus.Open && i.DueOn != null && i.DueOn >= days[0] && i.OpenedAt >= since
            join c in db.Cases on i.CaseId equals c.Id
            where c.ProgrammeId == programme && (association != null ? c.OwnerId == association : db.Filings.Any(f => f.CaseId == c.Id && f.ChamberCode == chamber))
            orderby i.DueOn, c.Reference
            select new { c.Reference, i.Path, DueOn = i.DueOn!.Value }).ToListAsync(cancellationToken);
        return new EndClosingPreview(day.Name, days.Count, [.. open.Take(_shown).Select(t => new TouchedTerm(t.Reference, t.Path[(t.Path.LastIndexOf('/') + 1)..], t.DueOn))], open.Count);
    }
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Outbox;
using Networks.Data.Work;

namespace Networks.Workflows.Engine;

/// <summary>A case that nothing will ever move again.</summary>
public sealed record StuckCase(CaseId Id, string Reference, CasePhase Phase);

/// <summary>
/// Looks for open cases in which nobody is asked for anything, no timer will fire, no mail is on its way, no person has let it rest and nothing
/// stands still for the administrator. There is
/// never one, unless a definition or a reaction has a fault.
/// </summary>
public sealed class LivenessScan(NetworksDbContext db)
{
    /// <summary>Cases that are neither closed nor waiting for anything, oldest first.</summary>
    public Task<List<StuckCase>> FindAsync(CancellationToken cancellationToken) => db.Cases.AsNoTracking()
        .Where(c => c.Status != CaseStatus.ClosedWithoutOutcome && c.Status != CaseStatus.Ended && c.SuspendedAt == null
            && !db.WorkItems.Any(i => i.CaseId == c.Id && i.Status == WorkItemStatus.Open)
            && !db.Timers.Any(t => t.CaseId == c.Id && t.Status == TimerStatus.Pending)
            && !db.Incidents.Any(i => i.CaseId == c.Id && i.Status == IncidentStatus.Open)
            && !db.Outbox.Any(m => m.CaseId == c.Id && m.Status == OutboxStatus.Queued))
        .OrderBy(c => c.OpenedOn).ThenBy(c => c.Reference)
        .Select(c => new StuckCase(c.Id, c.Reference, c.Phase))
        .ToListAsync(cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;

namespace Networks.Workflows.Casework.ShowHistory;

/// <summary>Names for the ids that stand in a case's history: firms, filings, desks, officers.</summary>
internal sealed class HistoryNames
{
    private readonly Dictionary<Guid, string> _names = [];

    /// <summary>Four statements.</summary>
    public static async Task<HistoryNames> LoadAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken)
    {
        var names = new HistoryNames();
        var firms = await (
            from p in db.Participants
            where p.CaseId == caseId
            join f in db.Firms on p.FirmId equals f.Id
            select new { p.Id, p.FirmId, f.Name }).ToListAsync(cancellationToken);
        foreach (var firm in firms)
        {
            names._names[firm.Id.Value] = firm.Name;
            names._names[firm.FirmId.Value] = firm.Name;
        }

        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == caseId).Select(n => n.Name).SingleAsync(cancellationToken);
        foreach (var filing in await db.Filings.Where(f => f.CaseId == caseId).Select(f => new { f.Id, f.ParticipantId }).ToListAsync(cancellationToken))
        {
            names._names[filing.Id.Value] = filing.ParticipantId is { } participant ? names.Of(participant.Value) ?? network : network;
        }

        var people = await (
            from o in db.Officers
            where db.CaseEvents.Any(e => e.CaseId == caseId && e.OfficerId == o.Id)
            select new { o.Id, o.FullName }).ToListAsync(cancellationToken);
        people.ForEach(p => names._names[p.Id.Value] = p.FullName);
        var desks = await db.Associations.Select(a => new { a.Id, a.DeskName }).ToListAsync(cancellationToken);
        desks.ForEach(d => names._names[d.Id.Value] = d.DeskName);
        return names;
    }

    /// <summary>Null for an id of something else.</summary>
    public string? Of(Guid? id) => id is { } known ? _names.GetValueOrDefault(known) : null;
}

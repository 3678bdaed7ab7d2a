using Microsoft.EntityFrameworkCore;
using Networks.Data;

namespace Networks.Workflows.Casework.ShowHistory;

/// <summary>Names for the ids that stand in a case's history: firms, filings, desks, officers.</summary>
internal sealed class HistoryNames
{
    private readonly Dictionary<Guid, string> _names = [];

    /// <summary>Four statements.</summary>
    /// <param name="reader">A desk that may not know a firm's name yet reads its tax code.</param>
    public static async Task<HistoryNames> LoadAsync(NetworksDbContext db, CaseId caseId, AssociationId? reader, CancellationToken cancellationToken)
    {
        var names = new HistoryNames();
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == caseId
            join f in db.Firms on p.FirmId equals f.Id
            select new { Participant = p, f.Name, f.TaxCode }).ToListAsync(cancellationToken);
        foreach (var firm in firms)
        {
            var shown = firm.Participant.IsNamedTo(reader) ? firm.Name : firm.TaxCode;
            names._names[firm.Participant.Id.Value] = shown;
            names._names[firm.Participant.FirmId.Value] = shown;
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

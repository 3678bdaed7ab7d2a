using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration.ShowFilings;

/// <summary>The rows of the grid firm by chamber: the filings there are, or before the deed those that will be needed.</summary>
internal sealed class FilingRows(NetworksDbContext db, IActor actor, BusinessCalendar calendar)
{
    /// <param name="change">The later change whose filings are asked for; null for the first registration.</param>
    /// <param name="duty">The duty whose filing is asked for; null for entries of contract and changes.</param>
    public async Task<IReadOnlyList<FilingRow>> LoadAsync(Case @case, EnterpriseNetwork network, Guid? change, Guid? duty, CancellationToken cancellationToken)
    {
        var originals = await db.Participants.AsNoTracking()
            .Where(p => p.CaseId == @case.Id && (change != null || (p.Kind == ParticipantKind.Original && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Withdrawn))))
            .OrderBy(p => p.Order)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new Original(p, f)).ToListAsync(cancellationToken);
        var desks = await db.Associations.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.DeskName, cancellationToken);
        var filings = await db.Filings.AsNoTracking().Where(f => f.CaseId == @case.Id && f.ChangeId == change && f.DutyId == duty).ToListAsync(cancellationToken);
        if (filings.Count == 0)
        {
            return ToCome(@case, network, originals, desks);
        }

        var items = await db.WorkItems.AsNoTracking().Where(i => i.CaseId == @case.Id && i.Status == WorkItemStatus.Open).ToListAsync(cancellationToken);
        var entries = await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == @case.Id && (e.Name == "registration.filing-entered" || e.Name == "registration.statement-entered")).ToListAsync(cancellationToken);
        return
        [
            .. from filing in filings
               let original = originals.Find(o => o.Participant.Id == filing.ParticipantId)
               orderby original?.Participant.Order ?? 0
               let item = items.Find(i => i.SubjectId == filing.Id.Value)
               let entry = entries.Find(e => e.Facts.GetValueOrDefault("filing") == filing.Id.Value.ToString())
               select Row(filing, original?.Firm.Name ?? network.Name, item, entry?.Number),
        ];

        FilingRow Row(Filing filing, string name, WorkItem? item, int? eventNumber)
        {
            var reason = filing.Reason?.Split(": ", 2);
            return new FilingRow(
                filing.Id, filing.ParticipantId, name, Chambers.Find(filing.ChamberCode)?.Name ?? filing.ChamberCode, desks[filing.DeskId],
                IsReference(network, filing.ParticipantId), filing.Status, filing.SentOn, filing.ProtocolNumber,
                reason?[0], reason is [_, var words] ? words : null, filing.EnteredOn, filing.Receipt,
                item?.WaitsFor, item is null ? null : Waited(filing, item), item?.DueOn, eventNumber, actor.ActsFor(@case, filing.DeskId));
        }
    }

    private IReadOnlyList<FilingRow> ToCome(Case @case, EnterpriseNetwork network, List<Original> originals, Dictionary<AssociationId, string> desks) =>
        network.Kind switch
        {
            NetworkKind.LegalEntity => [Coming(network, null, network.Name, network.Seat?.Province, desks[@case.OwnerId])],
            NetworkKind.Contractual =>
                [.. originals.Select(o => Coming(network, o.Participant.Id, o.Firm.Name, o.Firm.ReaProvince, desks[o.Participant.DeskId]))],
            null => [],
        };

    private FilingRow Coming(EnterpriseNetwork network, ParticipantId? participant, string name, string? province, string desk) => new(
        null, participant, name, province is null ? null : Chambers.Of(province, calendar.Today())?.Name, desk, IsReference(network, participant),
        FilingStatus.ToPrepare, null, null, null, null, null, null, null, null, null, null, MayAct: false);

    private int Waited(Filing filing, WorkItem item)
    {
        var since = filing is { Status: FilingStatus.Sent, SentOn: { } sent } ? sent : BusinessCalendar.DayOf(item.OpenedAt);
        return BusinessCalendar.WorkingDaysBetween(since, calendar.Today());
    }

    private static bool IsReference(EnterpriseNetwork network, ParticipantId? participant) =>
        participant is { } id && network.ReferenceEnterprise?.Participant == id;

    private sealed record Original(Participant Participant, Firm Firm);
}

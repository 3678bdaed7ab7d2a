using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.ShowFirmRecord;

internal sealed class ShowFirmRecordHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, DiscoveryLimits limits, TimeProvider clock)
    : IRequestHandler<ShowFirmRecord, Result<FirmRecord>>
{
    public async Task<Result<FirmRecord>> Handle(ShowFirmRecord request, CancellationToken cancellationToken)
    {
        var firm = await db.Firms.AsNoTracking().FirstOrDefaultAsync(f => f.Id == request.Firm && f.HeldBy == actor.Association && f.ErasedOn == null, cancellationToken);
        if (firm is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var today = calendar.Today();
        var profile = await db.FirmProfiles.AsNoTracking().FirstOrDefaultAsync(p => p.FirmId == firm.Id, cancellationToken) ?? new FirmProfile(firm.Id);
        var entry = await db.SearchEntries.AsNoTracking().FirstOrDefaultAsync(e => e.FirmId == firm.Id, cancellationToken);
        var shown = entry?.ShownUntil >= today;
        return new FirmRecord(
            firm.Name,
            RegisterFields.Read(new FirmState(firm, profile, today, "", clock)),
            await CasesAsync(firm.Id, cancellationToken),
            shown && entry!.Shared.Length > 0 ? Card.Of(entry.Division!, entry.Shared) : null,
            shown && entry!.Shared.Length == 0 && !entry.CardIsStale,
            limits.AnonymityK)
        {
            Elsewhere = [.. (await KnownNetworkHints.OfAsync(db, [firm.TaxCode], cancellationToken))[firm.TaxCode]],
        };
    }

    private Task<List<FirmCase>> CasesAsync(FirmId firm, CancellationToken cancellationToken) => (
        from p in db.Participants.AsNoTracking()
        where p.FirmId == firm && p.Status == ParticipantStatus.Active
        join c in db.Cases on p.CaseId equals c.Id
        join n in db.EnterpriseNetworks on c.Id equals n.CaseId
        orderby c.Reference
        select new FirmCase(c.Id, c.Reference, n.Name)).ToListAsync(cancellationToken);
}

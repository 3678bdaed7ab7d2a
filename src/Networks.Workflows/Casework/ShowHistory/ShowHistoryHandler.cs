using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ShowHistory;

internal sealed class ShowHistoryHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ShowHistory, Result<HistoryPage>>
{
    public async Task<Result<HistoryPage>> Handle(ShowHistory request, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).SingleAsync(cancellationToken);
        var before = request.Before ?? int.MaxValue;
        var rows = await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == request.CaseId && e.Number < before)
            .OrderByDescending(e => e.Number).Take(ShowHistory.PageSize).ToListAsync(cancellationToken);
        var oldest = rows.Count == 0 ? 0 : rows[^1].Number;
        var corrections = await db.CaseEvents.AsNoTracking()
            .Where(e => e.CaseId == request.CaseId && e.Number >= before && e.Corrects >= oldest && e.Corrects < before).ToListAsync(cancellationToken);
        var names = await HistoryNames.LoadAsync(db, request.CaseId, actor.Association, cancellationToken);
        var shown = HistoryRows.Of([.. rows, .. corrections], names, actor.Association).Where(r => r.Number < before);
        return new HistoryPage(network, [.. shown], oldest > 1 ? oldest : null);
    }
}

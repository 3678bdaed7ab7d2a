using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration.ShowFilings;

internal sealed class ShowFilingHandler(NetworksDbContext db, FilingRows rows, CaseRelations relations, IActor actor, BusinessCalendar calendar)
    : IRequestHandler<ShowFiling, Result<FilingView>>
{
    public async Task<Result<FilingView>> Handle(ShowFiling request, CancellationToken cancellationToken)
    {
        var act = await FilingAct.LoadAsync(db, relations, actor, request.CaseId, request.FilingId, cancellationToken);
        if (act.Refusal is { } refusal)
        {
            return refusal;
        }

        var network = await db.EnterpriseNetworks.AsNoTracking().FirstAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var row = (await rows.LoadAsync(act.Value.Case, network, act.Value.Filing.ChangeId, act.Value.Filing.DutyId, cancellationToken)).First(r => r.Filing == request.FilingId);
        return new FilingView(network.Name, row, act.Value.DocumentOn, calendar.Today(), act.Value.Filing.ChangeId, act.Value.Filing.DutyId);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.CloseCase;

internal sealed class PreviewClosingHandler(NetworksDbContext db) : IRequestHandler<PreviewClosing, Result<ClosingPreview>>
{
    public async Task<Result<ClosingPreview>> Handle(PreviewClosing request, CancellationToken cancellationToken)
    {
        var seen = await (
            from c in db.Cases
            where c.Id == request.CaseId
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new
            {
                n.Name,
                c.Status,
                Tasks = db.WorkItems.Count(i => i.CaseId == c.Id && i.Status == WorkItemStatus.Open),
                Timers = db.Timers.Count(t => t.CaseId == c.Id && t.Status == TimerStatus.Pending),
                Mails = db.Outbox.Count(m => m.CaseId == c.Id && m.Status == OutboxStatus.Queued),
                Links = db.FirmLinks.Count(l => l.CaseId == c.Id && l.ReplacedAt == null),
                Steps = db.NextSteps.Count(s => s.CaseId == c.Id && s.DoneAt == null),
            }).SingleAsync(cancellationToken);
        return new ClosingPreview(seen.Name, seen.Tasks, seen.Timers, seen.Mails, seen.Links, seen.Steps, CloseCaseHandler.Refuse(seen.Status));
    }
}

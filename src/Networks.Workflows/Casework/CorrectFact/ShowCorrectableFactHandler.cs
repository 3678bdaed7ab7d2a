using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Casework.ShowHistory;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.CorrectFact;

internal sealed class ShowCorrectableFactHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar)
    : IRequestHandler<ShowCorrectableFact, Result<CorrectableFact>>
{
    public async Task<Result<CorrectableFact>> Handle(ShowCorrectableFact request, CancellationToken cancellationToken)
    {
        var head = await (
            from c in db.Cases
            where c.Id == request.CaseId
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            select new { n.Name, c.EffectOn }).SingleAsync(cancellationToken);
        var rows = await db.CaseEvents.AsNoTracking()
            .Where(e => e.CaseId == request.CaseId && (e.Number == request.Number || e.Corrects == request.Number))
            .OrderBy(e => e.Number).ToListAsync(cancellationToken);
        if (rows is not [var row, ..] || row.Number != request.Number)
        {
            return CaseworkRefusals.NotFound;
        }

        var names = await HistoryNames.LoadAsync(db, request.CaseId, actor.Association, cancellationToken);
        return FactKinds.CanCorrect(row)
            ? new CorrectableFact(head.Name, HistorySentence.Of(row, names), rows[^1].HappenedOn, row.HappenedOn, head.EffectOn, calendar.Today())
            : CaseworkRefusals.NotCorrectable;
    }
}

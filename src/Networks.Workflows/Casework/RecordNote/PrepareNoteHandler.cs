using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.RecordNote;

internal sealed class PrepareNoteHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<PrepareNote, Result<NoteForm>>
{
    public async Task<Result<NoteForm>> Handle(PrepareNote request, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).SingleAsync(cancellationToken);
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == request.CaseId
            join f in db.Firms on p.FirmId equals f.Id
            orderby p.Order
            select new { Participant = p, f.Name, f.TaxCode }).ToListAsync(cancellationToken);
        return new NoteForm(
            network,
            [.. firms.Select(f => new NoteFirm(f.Participant.Id, f.Participant.IsNamedTo(actor.Association) ? f.Name : f.TaxCode))],
            calendar.Today());
    }
}

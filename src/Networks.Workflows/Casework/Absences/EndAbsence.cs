using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.Absences;

/// <summary>The person is back, or stays after all: the networks are the person's again at once.</summary>
[Access(Right.DeskWork)]
public sealed record EndAbsence(Guid OperationId, Guid Absence) : ICommand<Done>;

internal sealed class EndAbsenceHandler(NetworksDbContext db, IActor actor, AbsenceHistory history, TimeProvider clock) : IRequestHandler<EndAbsence, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndAbsence request, CancellationToken cancellationToken)
    {
        var absence = await db.Absences.SingleOrDefaultAsync(a => a.Id == request.Absence && a.OfficerId == actor.Officer, cancellationToken);
        if (absence is null)
        {
            return CaseworkRefusals.NotFound;
        }

        if (absence.EndedAt is null)
        {
            var standIn = await db.Officers.Where(o => o.Id == absence.StandInId).Select(o => o.FullName).SingleAsync(cancellationToken);
            await history.TellAsync(absence, actor.Association!.Value, CaseworkEvents.AbsenceEnded, standIn, cancellationToken);
        }

        absence.End(clock.GetUtcNow());
        return Done.It;
    }
}

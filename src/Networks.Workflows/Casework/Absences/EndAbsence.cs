using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.Absences;

/// <summary>The person is back, or stays after all: the networks are the person's again at once.</summary>
[Access(Right.DeskWork)]
public sealed record EndAbsence(Guid OperationId, Guid Absence) : ICommand<Done>;

internal sealed class EndAbsenceHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<EndAbsence, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndAbsence request, CancellationToken cancellationToken)
    {
        var absence = await db.Absences.SingleOrDefaultAsync(a => a.Id == request.Absence && a.OfficerId == actor.Officer, cancellationToken);
        if (absence is null)
        {
            return CaseworkRefusals.NotFound;
        }

        absence.End(clock.GetUtcNow());
        return Done.It;
    }
}

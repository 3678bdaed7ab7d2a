using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.LeaveFirmGaps;

internal sealed class LeaveFirmGapsHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor)
    : IRequestHandler<LeaveFirmGaps, Result<Done>>
{
    public async Task<Result<Done>> Handle(LeaveFirmGaps request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var participant = await db.Participants.FirstOrDefaultAsync(p => p.Id == request.Participant && p.CaseId == @case.Id, cancellationToken);
        if (participant is null || participant.DeskId != actor.Association)
        {
            return participant is null ? IntakeRefusals.NotFound : IntakeRefusals.NotYourFirm;
        }

        history.Record(@case, "intake.firm-gaps-left", calendar.Today(), new Dictionary<string, string>
        {
            ["participant"] = participant.Id.Value.ToString("N"),
        }, request.Reason);
        return await engine.CompleteAsync(@case, IntakeSteps.CheckFirm, participant.Id.Value, "left", cancellationToken)
            ? Done.It
            : IntakeRefusals.NothingToCheck;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.FinishStep;

internal sealed class FinishStepHandler(NetworksDbContext db, CaseHistory history, IActor actor, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<FinishStep, Result<Done>>
{
    public async Task<Result<Done>> Handle(FinishStep request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var step = await db.NextSteps.SingleOrDefaultAsync(s => s.Id == request.Step && s.CaseId == request.CaseId, cancellationToken);
        if (step is null || step.DeskId != actor.Association)
        {
            return CaseworkRefusals.NotFound;
        }

        if (request.Done == step.DoneAt is not null)
        {
            return Common.Done.It;
        }

        if (request.Done)
        {
            step.Finish(clock.GetUtcNow(), actor.Officer);
        }
        else
        {
            step.Reopen();
        }

        history.Record(@case, request.Done ? CaseworkEvents.StepDone : CaseworkEvents.StepReopened, calendar.Today(), personalText: step.Text);
        return Common.Done.It;
    }
}

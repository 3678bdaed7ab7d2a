using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting.GoOnWithout;

internal sealed class GoOnWithoutHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<GoOnWithout, Result<Done>>
{
    public async Task<Result<Done>> Handle(GoOnWithout request, CancellationToken cancellationToken)
    {
        if (await Rounds.OpenAsync(db, request.CaseId, cancellationToken) is not { } round)
        {
            return RoundRefusals.NoRound;
        }

        var firm = await RoundFirm.FindAsync(db, request.CaseId, request.Participant, cancellationToken);
        if (firm is null || round.AnswerOf(request.Participant) is not { Decision: FirmDecision.None, HasLeft: false } answer)
        {
            return RoundRefusals.NotSilent;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var draft = await db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        firm.Participant.Leave(calendar.Today(), request.Reason!);
        answer.HasLeft = true;
        (await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == request.CaseId, cancellationToken)).VacateRoles(request.Participant, firm.Firm.Id);
        await FirmLinks.ReplaceAsync(db, [request.Participant], clock.GetUtcNow(), cancellationToken);
        await FirmLinks.DropQueuedAsync(db, request.Participant, cancellationToken);
        history.Record(@case, "drafting.went-on-without", calendar.Today(), FirmActs.Facts(firm, draft), request.Reason);
        await engine.SignalAsync(@case, CaseSignals.FirmLeaves, request.Participant.Value, cancellationToken);
        return Done.It;
    }
}

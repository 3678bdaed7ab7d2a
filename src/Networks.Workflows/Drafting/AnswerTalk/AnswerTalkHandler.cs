using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting.AnswerTalk;

internal sealed class AnswerTalkHandler(NetworksDbContext db, WorkflowEngine engine, AskAgain askAgain, IActor actor) : IRequestHandler<AnswerTalk, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerTalk request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await RoundFirm.FindAsync(db, request.CaseId, request.Participant, cancellationToken);
        if (firm is null || !firm.IsOf(actor, @case.OwnerId))
        {
            return new Refusal(RefusalKind.NotAllowed, "common.not-allowed");
        }

        var calls = await engine.OpenTasksAsync(@case, DraftingSteps.CallFirm, request.Participant.Value, cancellationToken);
        return calls.Count > 0 && await Rounds.OpenAsync(db, request.CaseId, cancellationToken) is { } round
            ? await askAgain.AskAsync(round, request.Participant, DraftingSteps.CallFirm, "drafting.firm-called", request.Words!, cancellationToken)
            : RoundRefusals.NothingToAnswer;
    }
}

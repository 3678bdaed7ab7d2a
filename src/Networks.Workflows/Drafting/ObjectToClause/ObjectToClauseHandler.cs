using MediatR;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.ObjectToClause;

internal sealed class ObjectToClauseHandler(
    NetworksDbContext db, FirmActs acts, RoundProgress progress, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<ObjectToClause, Result<FirmAnswered>>
{
    public async Task<Result<FirmAnswered>> Handle(ObjectToClause request, CancellationToken cancellationToken)
    {
        var loaded = await acts.LoadAsync(request.CaseId, request.Token, request.RoundId, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        if (!acts.CountsOrKeep(act, request.TypedName!, FirmDecision.Objected, request.Clause, request.Words))
        {
            return FirmAnswered.Kept;
        }

        act.Answer.Record(FirmDecision.Objected, request.TypedName!, request.Clause, request.Words, null, clock.GetUtcNow());
        history.Record(act.Case, "drafting.clause-objected", calendar.Today(), FirmActs.Facts(act, ("clause", request.Clause ?? "-")), request.Words);
        AnswerReceipt.Queue(db, clock, act.Firm, act.Network, act.Draft, FirmDecision.Objected, act.TextHash);
        await progress.AnsweredAsync(act.Case, act.Round, act.Answer, cancellationToken);
        return FirmAnswered.Recorded;
    }
}

using MediatR;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.AskToTalk;

internal sealed class AskToTalkHandler(
    NetworksDbContext db, FirmActs acts, RoundProgress progress, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<AskToTalk, Result<FirmAnswered>>
{
    public async Task<Result<FirmAnswered>> Handle(AskToTalk request, CancellationToken cancellationToken)
    {
        var loaded = await acts.LoadAsync(request.CaseId, request.Token, request.RoundId, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        if (!acts.CountsOrKeep(act, request.TypedName!, FirmDecision.WantsToTalk, null, request.Words))
        {
            return FirmAnswered.Kept;
        }

        act.Answer.Record(FirmDecision.WantsToTalk, request.TypedName!, null, request.Words, null, clock.GetUtcNow());
        history.Record(act.Case, "drafting.talk-asked", calendar.Today(), FirmActs.Facts(act), request.Words);
        AnswerReceipt.Queue(db, clock, act.Firm, act.Network, act.Draft, FirmDecision.WantsToTalk, act.TextHash);
        await progress.AnsweredAsync(act.Case, act.Round, act.Answer, cancellationToken);
        return FirmAnswered.Recorded;
    }
}

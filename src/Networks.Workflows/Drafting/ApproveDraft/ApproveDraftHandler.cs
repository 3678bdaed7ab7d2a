using MediatR;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.SendCode;

namespace Networks.Workflows.Drafting.ApproveDraft;

internal sealed class ApproveDraftHandler(
    NetworksDbContext db, FirmActs acts, RoundProgress progress, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<ApproveDraft, Result<FirmAnswered>>
{
    public async Task<Result<FirmAnswered>> Handle(ApproveDraft request, CancellationToken cancellationToken)
    {
        var loaded = await acts.LoadAsync(request.CaseId, request.Token, request.RoundId, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        var isFinal = act.Round.Kind == RoundKind.Final;
        if (isFinal && string.IsNullOrWhiteSpace(request.Code))
        {
            return RoundRefusals.CodeMissing;
        }

        if (act.Answer.Decision == FirmDecision.Approved)
        {
            return FirmAnswered.Recorded;
        }

        if (!acts.CountsOrKeep(act, request.TypedName!, FirmDecision.Approved, null, null))
        {
            return FirmAnswered.Kept;
        }

        if (isFinal)
        {
            var code = await ApprovalCode.NewestAsync(db, act.Round.Id, act.Firm.Participant.Id, cancellationToken);
            if (ApprovalCode.Try(code, request.Code!, clock.GetUtcNow()) is { } failed)
            {
                return failed;
            }
        }

        act.Answer.Record(FirmDecision.Approved, request.TypedName!, null, null, act.TextHash, clock.GetUtcNow());
        history.Record(act.Case, "drafting.text-approved", calendar.Today(), FirmActs.Facts(act, ("sha256", act.TextHash)), request.TypedName);
        AnswerReceipt.Queue(db, clock, act.Firm, act.Network, act.Draft, FirmDecision.Approved, act.TextHash);
        await progress.AnsweredAsync(act.Case, act.Round, act.Answer, cancellationToken);
        return FirmAnswered.Recorded;
    }
}

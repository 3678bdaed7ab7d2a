using MediatR;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.NameDecider;

internal sealed class NameDeciderHandler(FirmActs acts, RoundProgress progress, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<NameDecider, Result<FirmAnswered>>
{
    public async Task<Result<FirmAnswered>> Handle(NameDecider request, CancellationToken cancellationToken)
    {
        var loaded = await acts.LoadAsync(request.CaseId, request.Token, request.RoundId, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        history.Record(act.Case, "drafting.decider-named", calendar.Today(), FirmActs.Facts(act), $"{request.Decider}, {request.DeciderMail}");
        await progress.WantsToTalkAsync(act.Case, act.Firm.Participant.Id.Value, cancellationToken);
        return FirmAnswered.Recorded;
    }
}

using MediatR;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.AnswerObjection;

internal sealed class AnswerObjectionHandler(NetworksDbContext db, AskAgain askAgain) : IRequestHandler<AnswerObjection, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerObjection request, CancellationToken cancellationToken)
    {
        var round = await Rounds.OpenAsync(db, request.CaseId, cancellationToken);
        return round?.AnswerOf(request.Participant) is { Decision: FirmDecision.Objected }
            ? await askAgain.AskAsync(round, request.Participant, DraftingSteps.AnswerObjection, "drafting.objection-answered", request.Words!, cancellationToken)
            : RoundRefusals.NothingToAnswer;
    }
}

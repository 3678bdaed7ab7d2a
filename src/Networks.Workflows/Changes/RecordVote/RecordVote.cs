using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.RecordVote;

/// <summary>A participant answered otherwise than by its link: at a meeting, by PEC, by telephone. The desk writes down how.</summary>
[Access(Right.CaseActForFirm)]
public sealed record RecordVote(Guid OperationId, CaseId CaseId, Guid Vote, bool? Yes, string? Remark) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _longestRemark = 1000;

    public IEnumerable<Refusal> Faults()
    {
        if (Yes is null)
        {
            yield return ChangeRefusals.VoteMissing;
        }

        if (string.IsNullOrWhiteSpace(Remark))
        {
            yield return ChangeRefusals.HowMissing;
        }
        else if (Remark.Length > _longestRemark)
        {
            yield return ChangeRefusals.TooLong("remark", _longestRemark);
        }
    }
}

internal sealed class RecordVoteHandler(NetworksDbContext db, Votes votes, IActor actor) : IRequestHandler<RecordVote, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordVote request, CancellationToken cancellationToken)
    {
        var vote = await db.ChangeVotes.FirstOrDefaultAsync(v => v.Id == request.Vote && db.NetworkChanges.Any(c => c.Id == v.ChangeId && c.CaseId == request.CaseId), cancellationToken);
        if (vote is null)
        {
            return ChangeRefusals.NotFound;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await db.Participants.SingleAsync(p => p.Id == vote.ParticipantId, cancellationToken);
        return actor.ActsFor(@case, firm)
            ? await votes.RecordAsync(request.CaseId, vote, request.Yes!.Value, null, request.Remark!.Trim(), cancellationToken)
            : new Refusal(RefusalKind.NotAllowed, "common.not-allowed");
    }
}

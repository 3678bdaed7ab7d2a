using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.VoteByLink;

internal sealed class VoteByLinkHandler(NetworksDbContext db, Votes votes) : IRequestHandler<VoteByLink, Result<Done>>
{
    private const int _longestName = 200;
    private const int _longestRemark = 1000;

    public async Task<Result<Done>> Handle(VoteByLink request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var vote = await db.ChangeVotes.FirstOrDefaultAsync(v => v.TokenHash == hash, cancellationToken);
        if (vote is null)
        {
            return ChangeRefusals.NotFound;
        }

        List<Refusal> faults =
        [
            .. request.Yes is null ? [ChangeRefusals.VoteMissing] : Array.Empty<Refusal>(),
            .. request.Name is not { Length: > 0 and <= _longestName } ? [ChangeRefusals.NameMissing] : Array.Empty<Refusal>(),
            .. request.Remark?.Length > _longestRemark ? [ChangeRefusals.TooLong("remark", _longestRemark)] : Array.Empty<Refusal>(),
        ];
        return Refusal.Together(faults) is { } refused
            ? refused
            : await votes.RecordAsync(request.CaseId, vote, request.Yes!.Value, request.Name, request.Remark, cancellationToken);
    }
}

internal sealed class IdentifyVoterHandler(NetworksDbContext db) : IRequestHandler<IdentifyVoter, Result<Voter>>
{
    public async Task<Result<Voter>> Handle(IdentifyVoter request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var found = await (
            from v in db.ChangeVotes.AsNoTracking()
            where v.TokenHash == hash
            join p in db.Participants on v.ParticipantId equals p.Id
            join f in db.Firms on p.FirmId equals f.Id
            select new { f.Id, f.Language }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? ChangeRefusals.NotFound : new Voter(Actor.FirmAsked(found.Id), found.Language);
    }
}

internal sealed class ShowVoteHandler(NetworksDbContext db) : IRequestHandler<ShowVote, Result<VoteView>>
{
    public async Task<Result<VoteView>> Handle(ShowVote request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var found = await (
            from v in db.ChangeVotes.AsNoTracking()
            where v.TokenHash == hash
            join c in db.NetworkChanges on v.ChangeId equals c.Id
            join n in db.EnterpriseNetworks on c.CaseId equals n.CaseId
            join p in db.Participants on v.ParticipantId equals p.Id
            join f in db.Firms on p.FirmId equals f.Id
            join a in db.Associations on p.DeskId equals a.Id
            select new { Vote = v, Change = c, p.Status, Network = n.Name, Firm = f.Name, Desk = a.DeskName, a.Phone }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return ChangeRefusals.NotFound;
        }

        var (vote, change) = (found.Vote, found.Change);
        return new VoteView(
            change.CaseId, found.Firm, found.Network, found.Desk, found.Phone, change.Kind,
            change.ParticipantId is null ? null : await ChangeHistory.NameAsync(db, change, cancellationToken), change.Text, change.ContributionCents, change.VoteLastDay,
            vote.Yes, vote.AnsweredAt is { } at ? BusinessCalendar.DayOf(at) : null,
            vote.Yes is null && found.Status == Data.EnterpriseNetworks.ParticipantStatus.Active && change is { Status: Data.Changes.ChangeStatus.UnderWay, Agreed: null },
            change.Kind == Data.Changes.ChangeKind.Amendment ? AmendmentLines.Of(Amendment.Of(change), await ChangeHistory.NamesAsync(db, change.CaseId, cancellationToken)) : [],
            change.Cause,
            change is { Kind: Data.Changes.ChangeKind.Amendment, Status: Data.Changes.ChangeStatus.Done } && found.Status == Data.EnterpriseNetworks.ParticipantStatus.Active
                && await db.Drafts.AnyAsync(d => d.CaseId == change.CaseId && d.FrozenHash != null, cancellationToken));
    }
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes;

/// <summary>One answer of a participant, whoever brings it.</summary>
internal sealed class Votes(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor, TimeProvider clock)
{
    public async Task<Result<Done>> RecordAsync(CaseId caseId, ChangeVote vote, bool yes, string? name, string? remark, CancellationToken cancellationToken)
    {
        var change = await db.NetworkChanges.SingleAsync(c => c.Id == vote.ChangeId, cancellationToken);
        if (change.CaseId != caseId)
        {
            return ChangeRefusals.NotFound;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == caseId, cancellationToken);
        if (vote.Yes is not null || change.Status != ChangeStatus.UnderWay
            || (await engine.OpenTasksAsync(@case, ChangeSteps.VoteOnChange, vote.Id, cancellationToken)).Count == 0)
        {
            return ChangeRefusals.VoteClosed;
        }

        if (!await db.Participants.AnyAsync(p => p.Id == vote.ParticipantId && p.Status == ParticipantStatus.Active, cancellationToken))
        {
            return ChangeRefusals.VoterLeft;
        }

        vote.Answer(yes, name, remark, actor.Officer, clock.GetUtcNow());
        var firm = await db.Participants.Where(p => p.Id == vote.ParticipantId).Join(db.Firms, p => p.FirmId, f => f.Id, (_, f) => f.Name).FirstAsync(cancellationToken);
        ChangeHistory.Record(history, @case, change, yes ? "changes.voted-yes" : "changes.voted-no", calendar.Today(), remark is null ? firm : $"{firm}: {remark}");
        await db.SaveChangesAsync(cancellationToken);
        await engine.CompleteAsync(@case, ChangeSteps.VoteOnChange, vote.Id, yes ? "agreed" : "refused", cancellationToken);
        if (!await db.ChangeVotes.AnyAsync(v => v.ChangeId == change.Id && v.Yes == null, cancellationToken))
        {
            // Nobody is silent any more: the desk need not ask.
            await engine.CompleteBesideAsync(@case, change.Id, ChangeSteps.ChaseVotes, "answered", cancellationToken);
        }

        return Done.It;
    }
}

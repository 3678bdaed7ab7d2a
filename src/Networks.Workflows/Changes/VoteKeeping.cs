using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes;

/// <summary>Nobody waits for the vote of a firm that has left meanwhile; where it was the last, the votes are counted.</summary>
internal sealed class VoteKeeping : IConsequence
{
    private readonly NetworksDbContext _db;
    private readonly WorkflowEngine _engine;
    private readonly HashSet<ParticipantId> _left = [];

    public VoteKeeping(NetworksDbContext db, WorkflowEngine engine)
    {
        (_db, _engine) = (db, engine);
        db.SavingChanges += (_, _) => Note();
    }

    public bool Waits => _left.Count > 0;

    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        var followed = false;
        foreach (var id in _left.ToList())
        {
            foreach (var vote in await _db.ChangeVotes.Where(v => v.ParticipantId == id && v.Yes == null).Select(v => new { v.Id, v.ChangeId }).ToListAsync(cancellationToken))
            {
                var caseId = await _db.NetworkChanges.Where(c => c.Id == vote.ChangeId).Select(c => c.CaseId).FirstAsync(cancellationToken);
                followed |= await _engine.CompleteAsync(await _db.Cases.SingleAsync(c => c.Id == caseId, cancellationToken), ChangeSteps.VoteOnChange, vote.Id, "left", cancellationToken);
            }
        }

        _left.Clear();
        return followed;
    }

    private void Note()
    {
        foreach (var entry in _db.ChangeTracker.Entries<Participant>().Where(e => e.State == EntityState.Modified))
        {
            var status = entry.Property(p => p.Status);
            if (status.IsModified && status.OriginalValue == ParticipantStatus.Active && status.CurrentValue is (ParticipantStatus.Withdrawn or ParticipantStatus.Left))
            {
                _left.Add(entry.Entity.Id);
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>What a task about a change is about.</summary>
/// <param name="Participant">The firm that joins or leaves, or that is asked; null for the whole network.</param>
/// <param name="Line">The accepted line in words; null for a task about the change itself.</param>
internal sealed record ChangeFact(ChangeKind Kind, ParticipantId? Participant, string? Line)
{
    /// <returns>By the subject of the task. Nothing is read where no such task is open.</returns>
    public static async Task<IReadOnlyDictionary<Guid, ChangeFact>> LoadAsync(NetworksDbContext db, IEnumerable<WorkItem> open, CancellationToken cancellationToken)
    {
        var subjects = open.Where(i => i.Name is TaskWords.RecordDocument or TaskWords.SettleLine or TaskWords.VoteOnChange or TaskWords.SettleFund or TaskWords.ConfirmEnd).Select(i => i.SubjectId).ToList();
        if (subjects.Count == 0)
        {
            return new Dictionary<Guid, ChangeFact>();
        }

        var changes = await db.NetworkChanges.AsNoTracking().Where(c => subjects.Contains(c.Id))
            .Select(c => new { Subject = c.Id, c.Kind, c.ParticipantId }).ToListAsync(cancellationToken);
        var lines = await (
            from t in db.ChangeTasks.AsNoTracking()
            where subjects.Contains(t.Id)
            join c in db.NetworkChanges on t.ChangeId equals c.Id
            select new { Line = t, c.Kind, c.ParticipantId }).ToListAsync(cancellationToken);
        var votes = await (
            from v in db.ChangeVotes.AsNoTracking()
            where subjects.Contains(v.Id)
            join c in db.NetworkChanges on v.ChangeId equals c.Id
            select new { v.Id, c.Kind, v.ParticipantId }).ToListAsync(cancellationToken);
        return changes.ToDictionary(c => c.Subject, c => new ChangeFact(c.Kind, c.ParticipantId, null))
            .Concat(lines.ToDictionary(l => l.Line.Id, l => new ChangeFact(l.Kind, l.ParticipantId, LineWords.Say(l.Line.Code, l.Line.Values))))
            .Concat(votes.ToDictionary(v => v.Id, v => new ChangeFact(v.Kind, v.ParticipantId, null)))
            .ToDictionary();
    }
}

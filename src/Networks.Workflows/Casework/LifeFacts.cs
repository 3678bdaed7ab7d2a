using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Incubation;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>What the sentences about the tasks of an incubation are made from.</summary>
/// <param name="Bad">The questions that a firm answered badly in the newest pulse, by participant.</param>
internal sealed record LifeFacts(
    IReadOnlyDictionary<Guid, Milestone> Milestones, IReadOnlyDictionary<Guid, FundContribution> Contributions, IReadOnlyDictionary<Guid, PulseAnswer> Bad)
{
    private static readonly string[] _tasks = [TaskWords.ReachMilestone, TaskWords.CollectContribution, TaskWords.SeeToAnswer];

    private static readonly LifeFacts _none = new(new Dictionary<Guid, Milestone>(), new Dictionary<Guid, FundContribution>(), new Dictionary<Guid, PulseAnswer>());

    /// <summary>Three statements, or none where no such task is open.</summary>
    public static async Task<LifeFacts> LoadAsync(NetworksDbContext db, IQueryable<Case> cases, IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        if (!items.Any(i => _tasks.Contains(i.Name)))
        {
            return _none;
        }

        var milestones = await (
            from m in db.Milestones.AsNoTracking()
            join c in cases on m.CaseId equals c.Id
            where m.DoneOn == null
            select m).ToListAsync(cancellationToken);
        var contributions = await (
            from f in db.FundContributions.AsNoTracking()
            join c in cases on f.CaseId equals c.Id
            select f).ToListAsync(cancellationToken);
        var answers = await (
            from a in db.PulseAnswers.AsNoTracking()
            join c in cases on a.CaseId equals c.Id
            where !db.PulseAnswers.Any(later => later.ParticipantId == a.ParticipantId && later.AnsweredAt > a.AnsweredAt)
            select a).ToListAsync(cancellationToken);
        return new LifeFacts(
            milestones.ToDictionary(m => m.Id), contributions.ToDictionary(c => c.Id), answers.DistinctBy(a => a.ParticipantId).ToDictionary(a => a.ParticipantId.Value));
    }

    /// <summary>"Le riunioni, le quote": what a firm is not content with.</summary>
    public string BadOf(Guid participant) => Bad.TryGetValue(participant, out var answer)
        ? string.Join(", ", answer.Bad.Select(q => Words.Say($"incubation.topic-{q}")))
        : "";

    public string AmountOf(Guid contribution) => Contributions.TryGetValue(contribution, out var known) && known.DueCents is { } cents
        ? (cents / 100m).ToString("N2", CultureInfo.CurrentCulture) + " €"
        : Words.Say("incubation.amount-unknown");
}

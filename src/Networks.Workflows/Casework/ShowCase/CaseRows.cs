using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.Casework;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.History;
using Networks.Data.Signing;
using Networks.Data.Work;
using Networks.Workflows.Engine.RetryIncident;

namespace Networks.Workflows.Casework.ShowCase;

/// <summary>The rows of one case that its page is made from, beside what its open tasks are made from.</summary>
internal sealed record CaseRows(
    Case Case,
    EnterpriseNetwork Network,
    Association Owner,
    ProcessInstance? Process,
    IReadOnlyList<(Participant Participant, Firm Firm)> Firms,
    IReadOnlyList<ApprovalRound> Rounds,
    IReadOnlyDictionary<DraftId, int> Versions,
    Deed? Deed,
    IReadOnlyList<SignedFile> Signed,
    IReadOnlyList<WorkItem> Items,
    IReadOnlyList<CaseEvent> Events,
    IReadOnlyList<NextStep> Steps,
    bool StandsStill)
{
    /// <summary>Eight statements.</summary>
    /// <param name="desk">Whose next steps are read; null for nobody's.</param>
    public static async Task<CaseRows> LoadAsync(NetworksDbContext db, CaseId id, AssociationId? desk, CancellationToken cancellationToken)
    {
        var head = await (
            from c in db.Cases.AsNoTracking()
            where c.Id == id
            join n in db.EnterpriseNetworks on c.Id equals n.CaseId
            join a in db.Associations on c.OwnerId equals a.Id
            from process in db.Processes.Where(p => p.CaseId == c.Id && p.CallerId == null && !p.IsBeside).DefaultIfEmpty()
            from deed in db.Deeds.Where(d => d.CaseId == c.Id).DefaultIfEmpty()
            select new { Case = c, Network = n, Owner = a, Process = process, Deed = deed, StandsStill = OpenIncidents.Of(db).Any(i => i.CaseId == c.Id) }).FirstAsync(cancellationToken);
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == id
            join f in db.Firms.IgnoreAutoIncludes() on p.FirmId equals f.Id
            orderby p.Order
            select new { Participant = p, Firm = f }).ToListAsync(cancellationToken);
        var rounds = await db.ApprovalRounds.AsNoTracking().Where(r => r.CaseId == id).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        var versions = await db.Drafts.Where(d => d.CaseId == id).Select(d => new { d.Id, d.Number }).ToListAsync(cancellationToken);
        var signed = await db.SignedFiles.AsNoTracking().Where(s => s.CaseId == id).OrderBy(s => s.UploadedAt).ToListAsync(cancellationToken);
        var items = await db.WorkItems.AsNoTracking().Where(i => i.CaseId == id).ToListAsync(cancellationToken);
        var events = await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync(cancellationToken);
        var steps = await db.NextSteps.AsNoTracking().Where(s => s.CaseId == id && s.DeskId == desk).OrderBy(s => s.DueOn).ToListAsync(cancellationToken);
        return new CaseRows(head.Case, head.Network, head.Owner, head.Process, [.. firms.Select(f => (f.Participant, f.Firm))], rounds,
            versions.ToDictionary(v => v.Id, v => v.Number), head.Deed, signed, items, events, steps, head.StandsStill);
    }
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.History;
using Networks.Data.Work;

namespace Networks.Workflows.Conformance.Host;

/// <summary>All rows of one case, and what must never be true of them.</summary>
internal sealed record CaseAudit(
    Case Case, ProcessInstance Process, IReadOnlyList<WorkItem> Items, IReadOnlyList<DueTimer> Timers, IReadOnlyDictionary<Guid, Scope> Scopes, IReadOnlyList<CaseEvent> Events, int Incidents)
{
    public static async Task<CaseAudit> ReadAsync(NetworksDbContext db, CaseId id)
    {
        var processes = await db.Processes.AsNoTracking().Where(p => p.CaseId == id).ToListAsync();
        var ids = processes.ConvertAll(p => p.Id);
        return new CaseAudit(
            await db.Cases.AsNoTracking().SingleAsync(c => c.Id == id),
            processes.Single(p => p.CallerId is null),
            await db.WorkItems.AsNoTracking().Where(i => i.CaseId == id).ToListAsync(),
            await db.Timers.AsNoTracking().Where(t => t.CaseId == id && t.Status == TimerStatus.Pending).ToListAsync(),
            await db.Scopes.AsNoTracking().Where(s => ids.Contains(s.ProcessId)).ToDictionaryAsync(s => s.Id),
            await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Number).ToListAsync(),
            await db.Incidents.CountAsync(i => i.CaseId == id && i.Status == IncidentStatus.Open));
    }

    public IReadOnlyList<string> Faults()
    {
        var open = Items.Where(i => i.IsOpen).ToList();
        var faults = new List<string>();
        if (Process.Status == ProcessStatus.Running && open.Count + Timers.Count + Incidents == 0)
        {
            faults.Add("nothing will ever wake the case");
        }

        if (Process.Status != ProcessStatus.Running && open.Count + Timers.Count + Scopes.Values.Count(s => s.Status == ScopeStatus.Open) > 0)
        {
            faults.Add("something is open in a process that has ended");
        }

        faults.AddRange(open.GroupBy(i => (i.ScopeId, i.Path, i.SubjectId)).Where(g => g.Count() > 1).Select(g => $"{g.Key.Path} is open twice"));
        faults.AddRange(open.Where(i => !IsOpen(i.ScopeId)).Select(i => $"{i.Path} is open in what has ended"));
        faults.AddRange(Timers.Where(t => !IsOpen(t.ScopeId)).Select(t => $"{t.Kind} is pending in what has ended"));
        faults.AddRange(Events.Zip(Events.Skip(1)).Where(pair => pair.Second.PreviousHash != pair.First.Hash || pair.Second.Number != pair.First.Number + 1).Select(pair => $"the journal is broken after {pair.First.Number}"));
        faults.AddRange(Events.Where(e => !e.IsIntact()).Select(e => $"row {e.Number} of the journal was altered"));
        if (Case.HistoryLength != Events.Count || Case.HeadHash != (Events.Count == 0 ? null : Events[^1].Hash))
        {
            faults.Add("the head of the journal is another row");
        }

        return faults;
    }

    private bool IsOpen(Guid? id)
    {
        for (; id is { } at; id = Scopes[at].ParentId)
        {
            if (Scopes[at].Status != ScopeStatus.Open)
            {
                return false;
            }
        }

        return true;
    }
}

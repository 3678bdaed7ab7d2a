using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Incubation;

/// <summary>A network that takes effect is looked after from the same act on, whichever way it came there.</summary>
internal sealed class IncubationKeeping : IConsequence
{
    private readonly NetworksDbContext _db;
    private readonly Incubator _incubator;
    private readonly HashSet<CaseId> _inEffect = [];

    public IncubationKeeping(NetworksDbContext db, Incubator incubator)
    {
        (_db, _incubator) = (db, incubator);
        db.SavingChanges += (_, _) => Note();
    }

    public bool Waits => _inEffect.Count > 0;

    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        var followed = false;
        foreach (var id in _inEffect.ToList())
        {
            followed |= await _incubator.BeginAsync(await _db.Cases.SingleAsync(c => c.Id == id, cancellationToken), cancellationToken);
        }

        _inEffect.Clear();
        return followed;
    }

    private void Note()
    {
        foreach (var entry in _db.ChangeTracker.Entries<Case>().Where(e => e.State == EntityState.Modified))
        {
            var status = entry.Property(c => c.Status);
            if (status.IsModified && status.CurrentValue == CaseStatus.InEffect && status.OriginalValue == CaseStatus.Open)
            {
                _inEffect.Add(entry.Entity.Id);
            }
        }
    }
}

/// <summary>Begins the incubation of a network, once.</summary>
internal sealed class Incubator(NetworksDbContext db, WorkflowEngine engine)
{
    /// <summary>Repeated in <c>IncubateV1</c>, which no phase may name.</summary>
    public const string Process = "incubate";

    public Task<bool> HasBegunAsync(CaseId id, CancellationToken cancellationToken) => db.Processes.AnyAsync(p => p.CaseId == id && p.Name == Process, cancellationToken);

    /// <returns>False when it had begun before.</returns>
    public async Task<bool> BeginAsync(Case @case, CancellationToken cancellationToken)
    {
        if (await HasBegunAsync(@case.Id, cancellationToken))
        {
            return false;
        }

        await engine.StartBesideAsync(@case, Process, cancellationToken);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Filings;
using Networks.Workflows.Common;

namespace Networks.Workflows.FollowUp.FulfilDuty;

/// <summary>A filing that a duty asked for is entered: the duty is seen to from the same act on, on the day it was sent.</summary>
internal sealed class FilingKeeping : IConsequence
{
    private readonly NetworksDbContext _db;
    private readonly DutyFulfilment _fulfilment;
    private readonly List<Filing> _entered = [];

    public FilingKeeping(NetworksDbContext db, DutyFulfilment fulfilment)
    {
        (_db, _fulfilment) = (db, fulfilment);
        db.SavingChanges += (_, _) => Note();
    }

    public bool Waits => _entered.Count > 0;

    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        var followed = false;
        foreach (var filing in _entered.ToList())
        {
            var duty = await _db.Duties.SingleAsync(d => d.Id == filing.DutyId, cancellationToken);
            if (duty.DoneOn is null)
            {
                var @case = await _db.Cases.SingleAsync(c => c.Id == filing.CaseId, cancellationToken);
                await _fulfilment.FulfilAsync(@case, duty, filing.SentOn ?? filing.EnteredOn!.Value, filing.ProtocolNumber, cancellationToken);
                followed = true;
            }
        }

        _entered.Clear();
        return followed;
    }

    private void Note()
    {
        foreach (var entry in _db.ChangeTracker.Entries<Filing>().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Entity is { DutyId: not null, Status: FilingStatus.Entered } && !_entered.Contains(entry.Entity))
            {
                _entered.Add(entry.Entity);
            }
        }
    }
}

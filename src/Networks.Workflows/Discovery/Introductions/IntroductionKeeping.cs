using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Introductions;

/// <summary>
/// When a firm takes back that it may be shown or contacted, its open introductions end in the same act. Both desks are
/// told that it has ended, and nobody why: nobody is to blame.
/// </summary>
internal sealed class IntroductionKeeping : IConsequence
{
    private readonly NetworksDbContext _db;
    private readonly IntroductionEnding _ending;
    private readonly BusinessCalendar _calendar;
    private readonly HashSet<FirmId> _changed = [];

    public IntroductionKeeping(NetworksDbContext db, IntroductionEnding ending, BusinessCalendar calendar)
    {
        (_db, _ending, _calendar) = (db, ending, calendar);
        db.SavingChanges += (_, _) => Note();
    }

    public bool Waits => _changed.Count > 0;

    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        if (_changed.Count == 0)
        {
            return false;
        }

        List<FirmId> ids = [.. _changed];
        _changed.Clear();
        var open = await _db.Introductions.Where(i => ids.Contains(i.FirmId) && (i.Status == IntroductionStatus.WithDesk || i.Status == IntroductionStatus.WithFirm)).ToListAsync(cancellationToken);
        foreach (var introduction in open)
        {
            var firm = await _db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
            if (!IntroductionConsent.Allows(firm, introduction, _calendar.Today()))
            {
                // The case is another one than that of the act, if the act has one: its guard comes first.
                await _db.Cases.Where(c => c.Id == introduction.CaseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
                var @case = _db.Cases.Local.FirstOrDefault(c => c.Id == introduction.CaseId) ?? await _db.Cases.SingleAsync(c => c.Id == introduction.CaseId, cancellationToken);
                await _ending.EndAsync(@case, introduction, cancellationToken);
            }
        }

        return true;
    }

    private void Note()
    {
        foreach (var entry in _db.ChangeTracker.Entries<Consent>())
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                _changed.Add((FirmId)entry.Property("FirmId").CurrentValue!);
            }
        }
    }
}

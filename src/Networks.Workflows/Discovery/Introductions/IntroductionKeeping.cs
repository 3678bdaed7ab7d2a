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
    private readonly IntroductionSteps _steps;
    private readonly IntroductionMail _mail;
    private readonly BusinessCalendar _calendar;
    private readonly HashSet<FirmId> _changed = [];

    public IntroductionKeeping(NetworksDbContext db, IntroductionSteps steps, IntroductionMail mail, BusinessCalendar calendar)
    {
        (_db, _steps, _mail, _calendar) = (db, steps, mail, calendar);
        db.SavingChanges += (_, _) => Note();
    }

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
            if (!firm.Allows(ConsentPurpose.ShowAnonymously, _calendar.Today()))
            {
                await EndAsync(introduction, cancellationToken);
            }
        }

        return true;
    }

    /// <summary>Ends an introduction without anybody's no.</summary>
    public async Task EndAsync(Introduction introduction, CancellationToken cancellationToken)
    {
        // The case is another one than that of the act, if the act has one: its guard comes first.
        await _db.Cases.Where(c => c.Id == introduction.CaseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken);
        var @case = _db.Cases.Local.FirstOrDefault(c => c.Id == introduction.CaseId) ?? await _db.Cases.SingleAsync(c => c.Id == introduction.CaseId, cancellationToken);
        introduction.Status = IntroductionStatus.Ended;
        introduction.EndedOn = _calendar.Today();
        _steps.Record(@case, introduction, IntroductionSteps.Ended);
        var network = await _steps.NetworkAsync(@case.Id, cancellationToken);
        await _mail.ToDeskAsync(introduction.AskingDesk, introduction, "ended", [network], cancellationToken);
        await _mail.ToDeskAsync(introduction.HoldingDesk, introduction, "ended", [@case.Need], cancellationToken);
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

using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.EndOverdue;

/// <summary>Requests between desks that nobody answered come to their end by themselves, each in an act of its own.</summary>
public sealed class RequestSweep(IServiceScopeFactory scopes, BusinessCalendar calendar)
{
    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        List<IRequest<Result<Done>>> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
            var introductions = await (
                from i in db.Introductions.AsNoTracking()
                where i.Status == IntroductionStatus.WithDesk || i.Status == IntroductionStatus.WithFirm
                join c in db.Cases on i.CaseId equals c.Id
                where i.LastDay < today || c.Status != CaseStatus.Open || c.DeedOn != null
                select new { i.CaseId, i.Id }).ToListAsync(cancellationToken);
            var doubtful = await (
                from i in db.Introductions.AsNoTracking()
                where i.Status == IntroductionStatus.WithDesk || i.Status == IntroductionStatus.WithFirm
                join f in db.Firms.AsNoTracking() on i.FirmId equals f.Id
                where f.Consents.Any(k => k.Until < today)
                select new { Introduction = i, Firm = f }).ToListAsync(cancellationToken);
            var ended = doubtful.Where(d => !IntroductionConsent.Allows(d.Firm, d.Introduction, today)).Select(d => new { d.Introduction.CaseId, d.Introduction.Id });
            var needs = await (
                from n in db.NeedCalls.AsNoTracking()
                where n.ClosedOn == null
                join c in db.Cases on n.CaseId equals c.Id
                where n.LastDay < today || c.Status != CaseStatus.Open || c.DeedOn != null
                select new { n.CaseId, n.Id }).ToListAsync(cancellationToken);
            due = [.. introductions.Union(ended).Select(i => new EndOverdueIntroduction(i.CaseId, i.Id)), .. needs.Select(n => new EndOverdueNeed(n.CaseId, n.Id))];
        }

        foreach (var request in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
        }

        return due.Count;
    }
}

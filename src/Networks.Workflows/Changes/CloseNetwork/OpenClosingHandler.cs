using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.CloseNetwork;

internal sealed class OpenClosingHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<OpenClosing, Result<OpenedClosing>>
{
    public async Task<Result<OpenedClosing>> Handle(OpenClosing request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var firms = await db.Participants.CountAsync(p => p.CaseId == @case.Id && p.Status == ParticipantStatus.Active, cancellationToken);
        if (await ClosingGround.ObstacleAsync(db, @case, cancellationToken) is { } obstacle)
        {
            return obstacle;
        }

        if (Refuse(request, @case, network.Terms, firms) is { } refusal)
        {
            return refusal;
        }

        var asks = request.Cause == ClosingCauses.Agreement;
        var change = new NetworkChange(Ids.New(clock), @case.Id, ChangeKind.Closing, calendar.Today())
        {
            Cause = request.Cause,
            NoticeOn = asks ? null : request.On,
            VoteLastDay = asks ? request.LastDay : null,
            Text = request.Reason,
        };
        db.Add(change);
        ChangeHistory.Record(history, @case, change, "changes.closing-opened", request.On ?? calendar.Today(), request.Reason);
        await db.SaveChangesAsync(cancellationToken);
        await engine.StartBesideAsync(@case, ChangeProcesses.Closing, change.Id, cancellationToken);
        return new OpenedClosing(change.Id, asks ? firms : 0);
    }

    private Refusal? Refuse(OpenClosing request, Case @case, ContractTerms terms, int firms)
    {
        var today = calendar.Today();
        return Refusal.Together(
        [
            request.On > today ? ChangeRefusals.DayInFuture(request.On.Value, "on") : null,
            request.On is { } day && day < @case.EffectOn ? ChangeRefusals.DayBefore(day, @case.EffectOn.Value, "on") : null,
            request.LastDay < today ? ChangeRefusals.LastDayPassed : null,
            ClosingGround.Against(request.Cause!, request.On, terms, @case.EffectOn!.Value, firms),
        ]);
    }
}

internal sealed class ShowClosingRuleHandler(NetworksDbContext db, BusinessCalendar calendar) : IRequestHandler<ShowClosingRule, Result<ClosingRule>>
{
    public async Task<Result<ClosingRule>> Handle(ShowClosingRule request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var today = calendar.Today();
        var firms = await (
            from p in db.Participants.AsNoTracking()
            where p.CaseId == @case.Id && p.Status == ParticipantStatus.Active
            join f in db.Firms.IgnoreAutoIncludes() on p.FirmId equals f.Id
            orderby p.Order
            select new { p.Id, f.Name, f.Email, f.ReaProvince }).ToListAsync(cancellationToken);
        var fund = await db.FundContributions.AsNoTracking().Where(c => c.CaseId == @case.Id).ToListAsync(cancellationToken);
        var term = @case.EffectOn is { } effect ? RenewalNotice.On(network.Terms, effect, today) : null;
        var deletions = ChangeFilings.Of(network.Kind ?? NetworkKind.Contractual, ChangeKind.Closing, null, [.. firms.Select(f => f.Id)], null)
            .Select(filer => firms.Find(f => f.Id == filer))
            .Select(firm => new ClosingDeletion(firm?.Name ?? network.Name, ChamberOf(firm is null ? network.Seat?.Province : firm.ReaProvince, today)));
        return new ClosingRule(
            network.Name, network.Kind, ClosingGround.Proposed(network.Terms, @case.EffectOn, firms.Count, today), firms.Count,
            MinimumParticipants.Required(network.Terms.MinimumParticipants), @case.EffectOn, term?.EndsOn, term?.Renews ?? false, network.Fund is not null,
            fund.Where(c => !c.IsSettled).Sum(c => Math.Max(0, (c.DueCents ?? 0) - (c.PaidCents ?? 0))), fund.Sum(c => c.PaidCents ?? 0),
            [.. firms.Select(f => new ClosingVoter(f.Name, f.Email))], [.. deletions], today, await ClosingGround.ObstacleAsync(db, @case, cancellationToken));
    }

    private static string ChamberOf(string? province, DateOnly today) => province is null ? "–" : Chambers.Of(province, today)?.Name ?? province;
}

using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Incubation;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.SettleFund;

internal sealed class SettleFundHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<SettleFund, Result<SettledFund>>
{
    /// <summary>Stored word of the task of collecting one contribution.</summary>
    private const string _collect = "collect-contribution";

    private const int _usualDays = 20;

    public async Task<Result<SettledFund>> Handle(SettleFund request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var change = await db.NetworkChanges.FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == @case.Id, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        if ((await engine.OpenTasksAsync(@case, ClosingSteps.SettleFund, change.Id, cancellationToken)).Count == 0)
        {
            return ChangeRefusals.FundNotOpen;
        }

        var positions = await FundPositions.LoadAsync(db, @case.Id, cancellationToken);
        if (Refuse(request, change, positions) is { } refusal)
        {
            return refusal;
        }

        var on = request.On!.Value;
        var owed = positions.SelectMany(p => p.Contributions).Where(c => !c.IsSettled).ToList();
        owed.ForEach(c => c.Waive(on));
        change.ResidualCents = request.ResidualCents;
        var shares = positions.Zip(FundShares.Of(request.ResidualCents!.Value, [.. positions.Select(p => p.PaidCents)])).Where(s => s.Second > 0).ToList();
        foreach (var (firm, cents) in shares)
        {
            db.Add(new ChangeTask(Ids.New(clock), change.Id, @case.Id, "pay-share", [LineWords.Of(firm.Name), LineWords.OfEuro(cents)])
            {
                DueOn = BusinessCalendar.AddWorkingDays(calendar.Today(), _usualDays),
            });
        }

        history.Record(@case, "changes.fund-settled", on, new Dictionary<string, string>
        {
            ["cents"] = request.ResidualCents.Value.ToString(CultureInfo.InvariantCulture),
            ["change"] = change.Id.ToString("N", CultureInfo.InvariantCulture),
            ["date"] = on.ToString("O", CultureInfo.InvariantCulture),
            ["waivedCents"] = owed.Sum(FundPositions.OpenOf).ToString(CultureInfo.InvariantCulture),
        }, request.Note);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var contribution in owed)
        {
            await engine.CompleteAsync(@case, _collect, contribution.Id, "waived", cancellationToken);
        }

        await engine.CompleteAsync(@case, ClosingSteps.SettleFund, change.Id, "settled", cancellationToken);
        return new SettledFund(shares.Count);
    }

    private Refusal? Refuse(SettleFund request, NetworkChange change, IReadOnlyList<KnownPosition> positions)
    {
        var on = request.On!.Value;
        var owed = positions.SelectMany(p => p.Contributions).Where(c => !c.IsSettled).ToList();
        return on > calendar.Today() ? ChangeRefusals.DayInFuture(on, "on")
            : change.DocumentOn is { } deed && on < deed ? ChangeRefusals.DayBefore(on, deed, "on")
            : owed.Count > 0 && !request.Waive ? ChangeRefusals.ContributionsOpen(owed.Count, LineWords.Euro(owed.Sum(FundPositions.OpenOf)))
            : null;
    }
}

/// <summary>One firm with what it owes and has paid. Withdrawn firms are not among them: their share was settled when they left.</summary>
internal sealed record KnownPosition(ParticipantId Id, string Name, IReadOnlyList<FundContribution> Contributions)
{
    public long PaidCents => Contributions.Sum(c => c.PaidCents ?? 0);
}

internal static class FundPositions
{
    public static long OpenOf(FundContribution contribution) =>
        contribution.IsSettled ? 0 : Math.Max(0, (contribution.DueCents ?? 0) - (contribution.PaidCents ?? 0));

    public static async Task<IReadOnlyList<KnownPosition>> LoadAsync(NetworksDbContext db, CaseId id, CancellationToken cancellationToken)
    {
        var contributions = await db.FundContributions.Where(c => c.CaseId == id).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var firms = await (
            from p in db.Participants
            where p.CaseId == id && p.Status == ParticipantStatus.Active
            join f in db.Firms.IgnoreAutoIncludes() on p.FirmId equals f.Id
            orderby p.Order
            select new { p.Id, f.Name }).ToListAsync(cancellationToken);
        return [.. firms.Select(f => new KnownPosition(f.Id, f.Name, [.. contributions.Where(c => c.ParticipantId == f.Id)]))];
    }
}

internal sealed class ShowFundSettlementHandler(NetworksDbContext db, CaseRelations relations, BusinessCalendar calendar) : IRequestHandler<ShowFundSettlement, Result<FundSettlement>>
{
    public async Task<Result<FundSettlement>> Handle(ShowFundSettlement request, CancellationToken cancellationToken)
    {
        var change = await db.NetworkChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == request.CaseId && c.Kind == ChangeKind.Closing, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var positions = await FundPositions.LoadAsync(db, request.CaseId, cancellationToken);
        var shares = change.ResidualCents is { } left ? FundShares.Of(left, [.. positions.Select(p => p.PaidCents)]) : null;
        var open = await db.WorkItems.AsNoTracking().AnyAsync(
            i => i.CaseId == request.CaseId && i.SubjectId == change.Id && i.Status == WorkItemStatus.Open && i.Path.EndsWith("/" + ClosingSteps.SettleFund), cancellationToken);
        return new FundSettlement(
            network.Name, network.Fund?.ManagementRules,
            [.. positions.Select((p, i) => new FundPosition(p.Id, p.Name, p.PaidCents, p.Contributions.Sum(FundPositions.OpenOf), shares?[i]))],
            change.ResidualCents, calendar.Today(), open && AccessPolicy.Allows(Right.CaseManage, await relations.ToAsync(request.CaseId, cancellationToken)));
    }
}

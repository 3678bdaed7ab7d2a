using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Incubation;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Incubation.Contributions;

internal sealed class CallContributionHandler(NetworksDbContext db, WorkflowEngine engine, Incubator incubator, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<CallContribution, Result<CalledContributions>>
{
    public async Task<Result<CalledContributions>> Handle(CallContribution request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var due = request.DueOn!.Value;
        if (!await incubator.HasBegunAsync(@case.Id, cancellationToken))
        {
            return IncubationRefusals.NotInEffect;
        }

        if (network.Fund is null)
        {
            return new Refusal(RefusalKind.Conflict, "incubation.no-fund");
        }

        if (calendar.IsOver(due))
        {
            return IncubationRefusals.DayPassed(due, "due-on");
        }

        var firms = await db.Participants.Where(p => p.CaseId == @case.Id && p.Status == ParticipantStatus.Active && (request.Firm == null || p.Id == request.Firm)).OrderBy(p => p.Order).ToListAsync(cancellationToken);
        if (firms.Count == 0)
        {
            return IncubationRefusals.FirmMissing;
        }

        List<FundContribution> called = [.. firms.Select(f => new FundContribution(Ids.New(clock), @case.Id, f.Id, isInitial: false) { DueOn = due, DueCents = request.Cents })];
        db.AddRange(called);
        history.Record(@case, "incubation.contribution-called", calendar.Today(), new Dictionary<string, string>
        {
            ["cents"] = request.Cents!.Value.ToString(CultureInfo.InvariantCulture),
            ["date"] = due.ToString("O", CultureInfo.InvariantCulture),
            ["firms"] = firms.Count.ToString(CultureInfo.InvariantCulture),
        });
        foreach (var contribution in called)
        {
            await engine.SignalAsync(@case, CaseSignals.ContributionCalled, contribution.Id, cancellationToken);
        }

        return new CalledContributions(called.Count);
    }
}

internal sealed class RecordPaymentHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor)
    : IRequestHandler<RecordPayment, Result<PaymentRecorded>>
{
    public async Task<Result<PaymentRecorded>> Handle(RecordPayment request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var contribution = await db.FundContributions.FirstOrDefaultAsync(c => c.Id == request.Contribution && c.CaseId == @case.Id, cancellationToken);
        var firm = contribution is null ? null : await db.Participants.SingleAsync(p => p.Id == contribution.ParticipantId, cancellationToken);
        if (contribution is null || firm is null)
        {
            return IncubationRefusals.NotFound;
        }

        var on = request.PaidOn!.Value;
        var refusal = !actor.ActsFor(@case, firm) ? new Refusal(RefusalKind.NotAllowed, "common.not-allowed")
            : contribution.IsSettled ? IncubationRefusals.DoneAlready((contribution.PaidOn ?? contribution.WaivedOn)!.Value)
            : on > calendar.Today() ? IncubationRefusals.DayToCome(on, "paid-on")
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        contribution.Pay(on, request.Cents!.Value, string.IsNullOrWhiteSpace(request.Remark) ? null : request.Remark.Trim());
        history.Record(@case, "incubation.contribution-paid", on, new Dictionary<string, string>
        {
            ["cents"] = request.Cents.Value.ToString(CultureInfo.InvariantCulture),
            ["date"] = on.ToString("O", CultureInfo.InvariantCulture),
            ["participant"] = firm.Id.Value.ToString(),
        }, contribution.Remark);
        if (contribution.IsSettled)
        {
            await engine.CompleteAsync(@case, IncubationSteps.CollectContribution, contribution.Id, "paid", cancellationToken);
        }

        return new PaymentRecorded(contribution.DueCents is { } due ? Math.Max(0, due - contribution.PaidCents!.Value) : null);
    }
}

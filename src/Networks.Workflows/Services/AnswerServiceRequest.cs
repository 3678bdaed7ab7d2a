using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Services;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Services;

/// <summary>What the provider said to a request: it does it, or why not.</summary>
[Access(Right.CaseManage)]
public sealed record AnswerServiceRequest(CaseId CaseId, Guid Request, bool? Accepts, string? Reason) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _reason = 4000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() => Accepts is null ? [ServiceRefusals.Missing("answer")] : Accepts == true ? [] : ServiceRefusals.Text(Reason, _reason, "reason");
}

/// <summary>The service was delivered: when, with how many hours, at what cost, and what came of it. What nobody knows stays unknown.</summary>
[Access(Right.CaseManage)]
public sealed record DeliverServiceRequest(CaseId CaseId, Guid Request, DateOnly? DeliveredOn, int? Hours, long? CostCents, string? Outcome) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _outcome = 4000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() =>
        (DeliveredOn is null ? new[] { ServiceRefusals.Missing("delivered-on") } : []).Concat(ServiceRefusals.Numbers(Hours, CostCents)).Concat(ServiceRefusals.Text(Outcome, _outcome, "outcome"));
}

internal sealed class AnswerServiceRequestHandler(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<AnswerServiceRequest, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerServiceRequest request, CancellationToken cancellationToken)
    {
        var asked = await db.ServiceRequests.FirstOrDefaultAsync(r => r.Id == request.Request && r.CaseId == request.CaseId, cancellationToken);
        if (asked is not { Status: ServiceRequestStatus.Asked })
        {
            return asked is null ? ServiceRefusals.NotFound : ServiceRefusals.MovedOn;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var facts = new Dictionary<string, string> { ["provider"] = asked.Provider, ["service"] = asked.Name };
        if (request.Accepts == true)
        {
            asked.Accept(calendar.Today());
            history.Record(@case, "services.accepted", calendar.Today(), facts);
        }
        else
        {
            asked.Decline(calendar.Today(), request.Reason!.Trim());
            history.Record(@case, "services.declined", calendar.Today(), facts, request.Reason.Trim());
        }

        return Done.It;
    }
}

internal sealed class DeliverServiceRequestHandler(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<DeliverServiceRequest, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeliverServiceRequest request, CancellationToken cancellationToken)
    {
        var asked = await db.ServiceRequests.FirstOrDefaultAsync(r => r.Id == request.Request && r.CaseId == request.CaseId, cancellationToken);
        if (asked is not { IsOpen: true })
        {
            return asked is null ? ServiceRefusals.NotFound : ServiceRefusals.MovedOn;
        }

        var on = request.DeliveredOn!.Value;
        if (on > calendar.Today())
        {
            return ServiceRefusals.DayToCome(on);
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        asked.Deliver(on, request.Hours, request.CostCents, request.Outcome!.Trim());
        history.Record(@case, "services.delivered", on, new Dictionary<string, string>
        {
            ["date"] = on.ToString("O", CultureInfo.InvariantCulture),
            ["provider"] = asked.Provider,
            ["service"] = asked.Name,
        }, request.Outcome.Trim());
        return Done.It;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Services;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Services;

/// <summary>The services that a case asked for, and what its programme's catalogue offers.</summary>
[Access(Right.CaseRead)]
public sealed record ShowServiceRequests(CaseId CaseId) : IQuery<CaseServiceList>, ICaseRequest;

/// <param name="Requests">The newest first.</param>
public sealed record CaseServiceList(string Network, IReadOnlyList<ServiceRequestRow> Requests, IReadOnlyList<ServiceOfferRow> Offers, bool MayManage, DateOnly Today);

/// <param name="Hours">And cost: expected until it is delivered, then spent; null while unknown.</param>
public sealed record ServiceRequestRow(
    Guid Id, string Name, string Provider, string Wish, ServiceRequestStatus Status, DateOnly AskedOn, DateOnly? AnsweredOn, DateOnly? DeliveredOn, int? Hours, long? CostCents, string? Outcome);

public sealed record ServiceOfferRow(Guid Id, string Name, string Provider, string? Description, int? Hours, long? CostCents);

internal sealed class ShowServiceRequestsHandler(NetworksDbContext db, CaseRelations relations, BusinessCalendar calendar) : IRequestHandler<ShowServiceRequests, Result<CaseServiceList>>
{
    public async Task<Result<CaseServiceList>> Handle(ShowServiceRequests request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        return new CaseServiceList(
            await db.EnterpriseNetworks.Where(n => n.CaseId == @case.Id).Select(n => n.Name).SingleAsync(cancellationToken),
            await db.ServiceRequests.AsNoTracking().Where(r => r.CaseId == @case.Id).OrderByDescending(r => r.AskedOn)
                .Select(r => new ServiceRequestRow(r.Id, r.Name, r.Provider, r.Wish, r.Status, r.AskedOn, r.AnsweredOn, r.DeliveredOn, r.Hours, r.CostCents, r.Outcome)).ToListAsync(cancellationToken),
            await db.ServiceOffers.AsNoTracking().Where(o => o.ProgrammeId == @case.ProgrammeId && !o.IsWithdrawn).OrderBy(o => o.Name)
                .Select(o => new ServiceOfferRow(o.Id, o.Name, o.Provider, o.Description, o.Hours, o.CostCents)).ToListAsync(cancellationToken),
            AccessPolicy.Allows(Right.CaseManage, await relations.ToAsync(@case.Id, cancellationToken)), calendar.Today());
    }
}

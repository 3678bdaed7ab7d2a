using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Services;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Services;

/// <summary>A case asks for a service, from the catalogue of its programme or ad hoc. Refused: a case that is over.</summary>
/// <param name="Offer">Null for an ad hoc service, which then has a name and a provider of its own.</param>
[Access(Right.CaseManage)]
public sealed record PlaceServiceRequest(CaseId CaseId, Guid? Offer, string? Name, string? Provider, string? Wish) : ICommand<Guid>, ICaseRequest, IChecked
{
    private const int _name = 400;
    private const int _wish = 4000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() =>
        (Offer is null ? ServiceRefusals.Text(Name, _name, "name").Concat(ServiceRefusals.Text(Provider, _name, "provider")) : []).Concat(ServiceRefusals.Text(Wish, _wish, "wish"));
}

internal sealed class PlaceServiceRequestHandler(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<PlaceServiceRequest, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(PlaceServiceRequest request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended)
        {
            return ServiceRefusals.CaseOver;
        }

        var offer = request.Offer is { } id
            ? await db.ServiceOffers.FirstOrDefaultAsync(o => o.Id == id && o.ProgrammeId == @case.ProgrammeId && !o.IsWithdrawn, cancellationToken)
            : null;
        if (request.Offer is not null && offer is null)
        {
            return ServiceRefusals.NotFound;
        }

        var asked = new ServiceRequest(Ids.New(clock), @case.Id, @case.OwnerId, offer?.Name ?? request.Name!.Trim(), offer?.Provider ?? request.Provider!.Trim(), calendar.Today())
        {
            OfferId = offer?.Id,
            Wish = request.Wish!.Trim(),
            Hours = offer?.Hours,
            CostCents = offer?.CostCents,
        };
        db.Add(asked);
        history.Record(@case, "services.asked", calendar.Today(), new Dictionary<string, string> { ["provider"] = asked.Provider, ["service"] = asked.Name }, asked.Wish);
        return asked.Id;
    }
}

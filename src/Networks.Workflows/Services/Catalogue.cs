using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Services;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Services;

/// <summary>The catalogue of the person's programme, with how much of each service was asked for and delivered; no network is named.</summary>
[Access(Right.OwnAccount)]
public sealed record ListCatalogue : IQuery<ServiceCatalogue>;

/// <param name="MayChange">The person's association leads the programme.</param>
/// <param name="AdHoc">Requests for services that the catalogue does not have.</param>
public sealed record ServiceCatalogue(string Programme, IReadOnlyList<CatalogueRow> Rows, int AdHoc, bool MayChange);

/// <param name="HoursSpent">Of what was delivered, as far as it is known; null where nothing is.</param>
/// <param name="CentsSpent">The same in cents.</param>
public sealed record CatalogueRow(Guid Id, string Name, string Provider, string? Description, int? Hours, long? CostCents, int Asked, int Delivered, int? HoursSpent, long? CentsSpent);

/// <summary>Puts a service into the catalogue. Refused: to anybody but the lead's people.</summary>
[Access(Right.OwnAccount)]
public sealed record AddOffer(string? Name, string? Provider, string? Description, int? Hours, long? CostCents) : ICommand<Guid>, IChecked
{
    private const int _name = 400;
    private const int _description = 4000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() =>
        ServiceRefusals.Text(Name, _name, "name").Concat(ServiceRefusals.Text(Provider, _name, "provider")).Concat(ServiceRefusals.Numbers(Hours, CostCents))
            .Concat(Description?.Length > _description ? [ServiceRefusals.TooLong(_description, "description")] : []);
}

internal sealed class ListCatalogueHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ListCatalogue, Result<ServiceCatalogue>>
{
    public async Task<Result<ServiceCatalogue>> Handle(ListCatalogue request, CancellationToken cancellationToken)
    {
        var programme = await db.Programmes.AsNoTracking().FirstOrDefaultAsync(p => db.Associations.Any(a => a.Id == actor.Association && a.ProgrammeId == p.Id), cancellationToken);
        if (programme is null)
        {
            return ServiceRefusals.NotFound;
        }

        var requests = await (
            from r in db.ServiceRequests.AsNoTracking()
            join c in db.Cases on r.CaseId equals c.Id
            where c.ProgrammeId == programme.Id
            select new { r.OfferId, r.Status, r.Hours, r.CostCents }).ToListAsync(cancellationToken);
        var offers = await db.ServiceOffers.AsNoTracking().Where(o => o.ProgrammeId == programme.Id && !o.IsWithdrawn).OrderBy(o => o.Name).ToListAsync(cancellationToken);
        var byOffer = requests.ToLookup(r => r.OfferId);
        return new ServiceCatalogue(programme.Name,
        [
            .. from offer in offers
               let all = byOffer[offer.Id].ToList()
               let delivered = all.Where(r => r.Status == ServiceRequestStatus.Delivered).ToList()
               select new CatalogueRow(offer.Id, offer.Name, offer.Provider, offer.Description, offer.Hours, offer.CostCents, all.Count, delivered.Count,
                   delivered.Exists(r => r.Hours is not null) ? delivered.Sum(r => r.Hours ?? 0) : null,
                   delivered.Exists(r => r.CostCents is not null) ? delivered.Sum(r => r.CostCents ?? 0) : null),
        ], byOffer[null].Count(), programme.Lead.Association == actor.Association);
    }
}

internal sealed class AddOfferHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<AddOffer, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddOffer request, CancellationToken cancellationToken)
    {
        var programme = await db.Programmes.FirstOrDefaultAsync(p => db.Associations.Any(a => a.Id == actor.Association && a.ProgrammeId == p.Id), cancellationToken);
        if (programme is null || programme.Lead.Association != actor.Association)
        {
            return ServiceRefusals.NotTheLead;
        }

        var offer = new ServiceOffer(Ids.New(clock), programme.Id, request.Name!.Trim(), request.Provider!.Trim())
        {
            Description = string.IsNullOrWhiteSpace(request.Description) ? null : request.Description.Trim(),
            Hours = request.Hours,
            CostCents = request.CostCents,
        };
        db.Add(offer);
        return offer.Id;
    }
}

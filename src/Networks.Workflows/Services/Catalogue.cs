using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Services;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Services;

/// <summary>
/// The catalogue of the person's programme, with how much of each service was asked for and delivered; no network is named,
/// and few of them cannot be told apart, see docs/adr/0011.
/// </summary>
[Access(Right.OwnAccount)]
public sealed record ListCatalogue : IQuery<ServiceCatalogue>;

/// <param name="MayChange">The person's association leads the programme.</param>
/// <param name="AdHoc">Requests for services that the catalogue does not have.</param>
public sealed record ServiceCatalogue(string Programme, IReadOnlyList<CatalogueRow> Rows, CountRange AdHoc, bool MayChange);

/// <param name="MeanHours">Of what was delivered, in whole hours; null while they are known of few.</param>
/// <param name="MeanCents">The same in cents, to ten euros.</param>
public sealed record CatalogueRow(Guid Id, string Name, string Provider, string? Description, int? Hours, long? CostCents, CountRange Asked, CountRange Delivered, int? MeanHours, long? MeanCents);

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

internal sealed class ListCatalogueHandler(NetworksDbContext db, IActor actor, MonitoringLimits limits) : IRequestHandler<ListCatalogue, Result<ServiceCatalogue>>
{
    private const long _tenEuros = 10_00;

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
        var few = limits.SmallCellOf(programme.SmallCell);
        var byOffer = requests.ToLookup(r => r.OfferId);
        return new ServiceCatalogue(programme.Name,
        [
            .. from offer in offers
               let all = byOffer[offer.Id].ToList()
               let delivered = all.Where(r => r.Status == ServiceRequestStatus.Delivered).ToList()
               select new CatalogueRow(offer.Id, offer.Name, offer.Provider, offer.Description, offer.Hours, offer.CostCents, CountRange.Of(all.Count, few), CountRange.Of(delivered.Count, few),
                   (int?)Mean([.. delivered.Select(r => (long?)r.Hours).OfType<long>()], few, 1),
                   Mean([.. delivered.Select(r => r.CostCents).OfType<long>()], few, _tenEuros)),
        ], CountRange.Of(byOffer[null].Count(), few), programme.Lead.Association == actor.Association);
    }

    private static long? Mean(List<long> known, int few, long step) =>
        known.Count < few ? null : (long)Math.Round(known.Average() / step, MidpointRounding.AwayFromZero) * step;
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

using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListNetworks;

internal sealed class ListNetworksHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, IMapper mapper)
    : IRequestHandler<ListNetworks, Result<NetworkList>>
{
    public async Task<Result<NetworkList>> Handle(ListNetworks request, CancellationToken cancellationToken)
    {
        var visible = NetworkSource.Of(db, actor);
        var matching = Filter(visible, request);
        var total = await matching.CountAsync(cancellationToken);
        if (request.After is { } after)
        {
            matching = await BehindAsync(matching, visible, after, cancellationToken);
        }

        var any = total > 0 || await visible.AnyAsync(cancellationToken);
        var rows = await matching
            .OrderByDescending(s => s.Case.Status == CaseStatus.Open).ThenByDescending(s => s.Case.OpenedOn).ThenByDescending(s => s.Case.Reference)
            .Skip((Math.Max(request.Page, 1) - 1) * request.PageSize).Take(request.PageSize)
            .ProjectTo<NetworkRow>(mapper.ConfigurationProvider)
            .ToListAsync(cancellationToken);
        return new NetworkList(rows, total, any, calendar.Today());
    }

    // In the order of the list; a case that is no longer seen ends it.
    private static async Task<IQueryable<NetworkSource>> BehindAsync(IQueryable<NetworkSource> matching, IQueryable<NetworkSource> visible, CaseId after, CancellationToken cancellationToken)
    {
        var last = await visible.Where(s => s.Case.Id == after).Select(s => new { IsOpen = s.Case.Status == CaseStatus.Open, s.Case.OpenedOn, s.Case.Reference }).FirstOrDefaultAsync(cancellationToken);
#pragma warning disable CA1309 // Translated to SQL, where the column says how it is compared.
        return last is null ? matching.Where(s => false) : matching.Where(s =>
            (last.IsOpen && s.Case.Status != CaseStatus.Open)
            || ((s.Case.Status == CaseStatus.Open) == last.IsOpen
                && (s.Case.OpenedOn < last.OpenedOn || (s.Case.OpenedOn == last.OpenedOn && string.Compare(s.Case.Reference, last.Reference) < 0))));
#pragma warning restore CA1309
    }

    private IQueryable<NetworkSource> Filter(IQueryable<NetworkSource> visible, ListNetworks request)
    {
        if (request.Chosen is { Count: > 0 } chosen)
        {
            visible = visible.Where(s => chosen.Contains(s.Case.Id));
        }

        if (request.Phase is { } phase)
        {
            visible = visible.Where(s => s.Case.Phase == phase && s.Case.Status != CaseStatus.ClosedWithoutOutcome && s.Case.Status != CaseStatus.Ended);
        }

        if (request.Status is { } status)
        {
            visible = visible.Where(s => s.Case.Status == status);
        }

        // Lower case on both sides: the databases differ in whether they tell A from a.
        var text = request.Text?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(text) ? visible : visible.Named(db, actor.Association, text, withNeed: true);
    }

    /// <summary>What a person may not know is left out where the row is made, not where it is shown.</summary>
    internal sealed class Rows : Profile
    {
        public Rows() => CreateProjection<NetworkSource, NetworkRow>()
            .ForMember(r => r.Id, o => o.MapFrom(s => s.Case.Id))
            .ForMember(r => r.Reference, o => o.MapFrom(s => s.Case.Reference))
            .ForMember(r => r.Name, o => o.MapFrom(s => s.IsOpen || s.Case.Status == CaseStatus.InEffect || s.Case.Status == CaseStatus.Ended ? s.Network.Name : null))
            .ForMember(r => r.Phase, o => o.MapFrom(s => s.Case.Phase))
            .ForMember(r => r.Status, o => o.MapFrom(s => s.Case.Status))
            .ForMember(r => r.Desk, o => o.MapFrom(s => s.Owner.DeskName))
            .ForMember(r => r.MayOpen, o => o.MapFrom(s => s.IsOpen))
            .ForMember(r => r.OpenedOn, o => o.MapFrom(s => s.Case.OpenedOn))
            .ForMember(r => r.EffectOn, o => o.MapFrom(s => s.Case.EffectOn))
            .ForMember(r => r.Firms, o => o.MapFrom(s => s.IsOpen ? s.Firms : (int?)null))
            .ForMember(r => r.NextDueOn, o => o.MapFrom(s => s.IsOpen ? s.NextDueOn : null));
    }
}

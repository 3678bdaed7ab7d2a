using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration.ShowFilings;

internal sealed class ShowFilingsHandler(
    NetworksDbContext db, FilingRows rows, LegalEffect effect, CaseRelations relations, BusinessCalendar calendar, FactBook book)
    : IRequestHandler<ShowFilings, Result<FilingsView>>
{
    public async Task<Result<FilingsView>> Handle(ShowFilings request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().FirstAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().FirstAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var shown = await rows.LoadAsync(@case, network, null, null, cancellationToken);
        var held = await relations.ToAsync(request.CaseId, cancellationToken);
        return new FilingsView(
            network.Name,
            network.Kind,
            @case.DeedOn,
            shown.Any(r => r.Filing is not null) ? await effect.ComputeAsync(request.CaseId, cancellationToken) : null,
            @case.EffectOn,
            shown,
            network.Kind is { } kind ? await FeesAsync(network, kind, cancellationToken) : null,
            shown.Any(r => r.IsReference) ? null : await LaterReferenceAsync(network, cancellationToken),
            AccessPolicy.Allows(Right.CaseManage, held),
            AccessPolicy.Allows(Right.EffectConfirm, held));
    }

    private Task<string?> LaterReferenceAsync(EnterpriseNetwork network, CancellationToken cancellationToken)
    {
        var reference = network.ReferenceEnterprise?.Participant;
        return db.Participants.Where(p => p.Id == reference && p.CaseId == network.CaseId)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (_, f) => f.Name).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<FeesOfNetwork> FeesAsync(EnterpriseNetwork network, NetworkKind kind, CancellationToken cancellationToken)
    {
        var originals = await db.Participants.AsNoTracking()
            .Where(p => p.CaseId == network.CaseId && p.Status == ParticipantStatus.Active && p.Kind == ParticipantKind.Original)
            .OrderBy(p => p.Order)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { Participant = p, Firm = f }).ToListAsync(cancellationToken);
        var programme = await db.Cases.Where(c => c.Id == network.CaseId).Select(c => c.ProgrammeId).FirstAsync(cancellationToken);
        var (fees, facts) = await book.OnAsync(programme, calendar.Today(), cancellationToken);
        return FilingFees.Of(network, kind, originals.Select(o => (o.Participant, o.Firm)), fees, facts);
    }
}

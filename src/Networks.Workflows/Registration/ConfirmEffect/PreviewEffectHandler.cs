using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration.ConfirmEffect;

internal sealed class PreviewEffectHandler(NetworksDbContext db, LegalEffect effect, EffectMail mail)
    : IRequestHandler<PreviewEffect, Result<EffectPreview>>
{
    public async Task<Result<EffectPreview>> Handle(PreviewEffect request, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.AsNoTracking().FirstAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var kind = network.Kind ?? NetworkKind.Contractual;
        var filings = await effect.FilingsAsync(request.CaseId, cancellationToken);
        return new EffectPreview(
            network.Name,
            kind,
            filings.Count == 0 ? null : await effect.ComputeAsync(request.CaseId, cancellationToken),
            await db.Cases.Where(c => c.Id == request.CaseId).Select(c => c.EffectOn).FirstAsync(cancellationToken),
            filings.Count(f => f.EnteredOn is null),
            Words.Say(EffectDate.Formula(kind)),
            EffectDate.Rule.Citation,
            await mail.RecipientsAsync(request.CaseId, cancellationToken));
    }
}

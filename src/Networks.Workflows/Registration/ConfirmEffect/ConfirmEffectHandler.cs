using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Registration.ConfirmEffect;

internal sealed class ConfirmEffectHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, LegalEffect effect, EffectMail mail)
    : IRequestHandler<ConfirmEffect, Result<ConfirmedEffect>>
{
    public async Task<Result<ConfirmedEffect>> Handle(ConfirmEffect request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.FirstAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case.EffectOn is { } confirmed)
        {
            return RegistrationRefusals.EffectConfirmed(confirmed);
        }

        var filings = await effect.FilingsAsync(request.CaseId, cancellationToken);
        if (await effect.ComputeAsync(request.CaseId, cancellationToken) is not { } day
            || (await engine.OpenTasksAsync(@case, RegistrationSteps.ConfirmEffect, null, cancellationToken)).Count == 0)
        {
            return RegistrationRefusals.EffectNotComplete(filings.Count(f => f.EnteredOn is null));
        }

        if (request.Seen is not { } seen || seen != day)
        {
            return RegistrationRefusals.EffectChanged(request.Seen ?? day, day);
        }

        @case.ConfirmEffect(day);
        history.Record(@case, "registration.effect-confirmed", day, new Dictionary<string, string>
        {
            ["date"] = day.ToString("O", CultureInfo.InvariantCulture),
        });
        var network = await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == request.CaseId, cancellationToken);
        await mail.QueueAsync(@case, network, EffectNews.Confirmed, day, cancellationToken);
        await engine.CompleteAsync(@case, RegistrationSteps.ConfirmEffect, null, "confirmed", cancellationToken);
        return new ConfirmedEffect(day, (await mail.RecipientsAsync(@case.Id, cancellationToken)).Count(r => r.To is not null));
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Registration.SetReferenceEnterprise;

internal sealed class SetReferenceEnterpriseHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<SetReferenceEnterprise, Result<Done>>
{
    public async Task<Result<Done>> Handle(SetReferenceEnterprise request, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == request.CaseId, cancellationToken);
        if (network.Kind != NetworkKind.Contractual)
        {
            return RegistrationRefusals.ReferenceOnlyContractual;
        }

        var chosen = await db.Participants
            .Where(p => p.Id == request.Participant && p.CaseId == request.CaseId && p.Kind == ParticipantKind.Original && p.Status == ParticipantStatus.Active)
            .Join(db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { p.Id, f.Name }).FirstOrDefaultAsync(cancellationToken);
        if (chosen is null)
        {
            return RegistrationRefusals.ReferenceNotSignatory;
        }

        var @case = await db.Cases.FirstAsync(c => c.Id == request.CaseId, cancellationToken);
        if (network.ReferenceEnterprise?.Participant != chosen.Id)
        {
            if (@case.EffectOn is not null)
            {
                return RegistrationRefusals.ReferenceByNotice;
            }

            network.ReferenceEnterprise = new ReferenceEnterprise(chosen.Id);
            history.Record(@case, "registration.reference-chosen", calendar.Today(), new Dictionary<string, string>
            {
                ["participant"] = chosen.Id.Value.ToString(),
            }, chosen.Name);
        }

        // Where the procedure waits for it; at any other time it is a change like any other.
        await engine.CompleteAsync(@case, RegistrationSteps.NameReference, null, "named", cancellationToken);
        return Done.It;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.RemoveFirm;

internal sealed class RemoveFirmHandler(
    NetworksDbContext db,
    WorkflowEngine engine,
    CaseHistory history,
    DeskMail mail,
    FirmDeparture departure,
    BusinessCalendar calendar,
    IActor actor) : IRequestHandler<RemoveFirm, Result<RemovedFirm>>
{
    public const string Removed = "intake.firm-removed";
    public const string Withdrawn = "intake.firm-proposal-withdrawn";

    public async Task<Result<RemovedFirm>> Handle(RemoveFirm request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var participant = await db.Participants.FirstOrDefaultAsync(p => p.Id == request.Participant && p.CaseId == @case.Id, cancellationToken);
        if (participant is null || Removals.Refuse(@case, participant, actor) is not null)
        {
            return participant is null ? IntakeRefusals.NotFound : Removals.Refuse(@case, participant, actor)!;
        }

        var effects = await RemovalEffects.ReadAsync(db, @case, participant, cancellationToken);
        var firm = await db.Firms.SingleAsync(f => f.Id == participant.FirmId, cancellationToken);
        var proposed = participant.Status == ParticipantStatus.Proposed;
        var said = participant.IsNamedTo(actor.Association) ? firm.Name : firm.TaxCode;
        var reason = request.Reason!.Trim();
        await departure.LeaveAsync(@case, participant, calendar.Today(), reason, cancellationToken);
        history.Record(@case, proposed ? Withdrawn : Removed, calendar.Today(), FirmAdmission.Facts(participant), $"{said}: {reason}");
        await db.SaveChangesAsync(cancellationToken);
        await engine.SignalAsync(@case, CaseSignals.FirmLeaves, participant.Id.Value, cancellationToken);
        await TellAsync(@case, participant, said, reason, effects, cancellationToken);
        return new RemovedFirm(effects.Left, effects.BelowTwo, effects.Round is not null);
    }

    private async Task TellAsync(Case @case, Participant participant, string firm, string reason, RemovalEffects effects, CancellationToken cancellationToken)
    {
        var desk = await db.Associations.AsNoTracking().Where(a => a.Id == actor.Association).Select(a => a.DeskName).SingleAsync(cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == @case.Id).Select(n => n.Name).SingleAsync(cancellationToken);
        foreach (var other in Removals.Told(@case, participant, actor))
        {
            // A desk that never said yes has not learnt the network's name, and does not learn it now.
            if (participant.Status == ParticipantStatus.Declined && other == participant.DeskId)
            {
                await mail.QueueAsync(other, @case.Id, "firm-proposal-withdrawn", "", _ => [desk, firm, reason], cancellationToken);
            }
            else
            {
                await mail.QueueAsync(other, @case.Id, "firm-removed", $"networks/{@case.Id}", _ => [desk, network, firm, reason, effects.Left], cancellationToken);
            }
        }
    }
}

internal sealed class PreviewRemovalHandler(NetworksDbContext db, IActor actor) : IRequestHandler<PreviewRemoval, Result<Removal>>
{
    public async Task<Result<Removal>> Handle(PreviewRemoval request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var participant = await db.Participants.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.Participant && p.CaseId == @case.Id, cancellationToken);
        if (participant is null || (participant.DeskId != actor.Association && !await CaseReaders.ReadsAsync(db, @case, actor, cancellationToken)))
        {
            return IntakeRefusals.NotFound;
        }

        var firm = await db.Firms.AsNoTracking().SingleAsync(f => f.Id == participant.FirmId, cancellationToken);
        var said = participant.IsNamedTo(actor.Association) ? firm.Name : firm.TaxCode;
        if (Removals.Refuse(@case, participant, actor) is { } refusal)
        {
            return Removal.No(said, refusal);
        }

        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var effects = await RemovalEffects.ReadAsync(db, @case, participant, cancellationToken);
        var told = new List<string>();
        foreach (var desk in Removals.Told(@case, participant, actor))
        {
            told.AddRange((await DeskPeople.OfAsync(db, [desk], cancellationToken)).Select(o => o.FullName));
        }

        return new Removal(
            network.Name, said, participant.Status == ParticipantStatus.Proposed, null, effects.Left, effects.BelowTwo, effects.Round?.Number, effects.Approvals,
            effects.Mails.Count, effects.Links.Count > 0, told, [.. RolesOf(network, participant)]);
    }

    private static IEnumerable<string> RolesOf(EnterpriseNetwork network, Participant participant)
    {
        if (network.ReferenceEnterprise?.Participant == participant.Id)
        {
            yield return "intake.role-reference-enterprise";
        }

        if (network.Mandatary?.Participant == participant.Id)
        {
            yield return "intake.role-mandatary";
        }

        if (network.CoEmploymentReporter?.Firm == participant.FirmId)
        {
            yield return "intake.role-co-employment-reporter";
        }
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.ConfirmFirm;

internal sealed class ConfirmFirmHandler(
    NetworksDbContext db,
    WorkflowEngine engine,
    CaseHistory history,
    DeskMail mail,
    BusinessCalendar calendar,
    IActor actor,
    TimeProvider clock) : IRequestHandler<ConfirmFirm, Result<FirmConfirmed>>
{
    public const string Confirmed = "intake.firm-confirmed";
    public const string Declined = "intake.firm-declined";

    public async Task<Result<FirmConfirmed>> Handle(ConfirmFirm request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var participant = await db.Participants.FirstOrDefaultAsync(p => p.Id == request.Participant && p.CaseId == @case.Id, cancellationToken);
        if (participant is null || participant.DeskId != actor.Association)
        {
            return participant is null ? IntakeRefusals.NotFound : IntakeRefusals.NotYourFirm;
        }

        if (participant.Status != ParticipantStatus.Proposed)
        {
            return IntakeRefusals.AlreadyAnswered;
        }

        // Who takes part in a network that was taken in signed its deed long ago; the desk only says that it follows the firm.
        if (participant.Kind == ParticipantKind.Original && IntakeRefusals.Over(@case, IntakeRefusals.JoinsAfterDeed) is { } over && request.Reply == FirmReply.TakesPart
            && !await db.EnterpriseNetworks.AnyAsync(n => n.CaseId == @case.Id && n.TakenInOn != null, cancellationToken))
        {
            return over;
        }

        var firm = await db.Firms.SingleAsync(f => f.Id == participant.FirmId, cancellationToken);
        return request.Reply == FirmReply.TakesPart
            ? await TakeAsync(@case, participant, firm, request.How!, cancellationToken)
            : await DeclineAsync(@case, participant, firm, request.Reason!.Trim(), cancellationToken);
    }

    private async Task<Result<FirmConfirmed>> TakeAsync(Case @case, Participant participant, Firm firm, string how, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        if (!firm.Allows(ConsentPurpose.NameAfterConsent, today))
        {
            firm.Give(new Consent(Ids.New(clock), ConsentPurpose.NameAfterConsent, today, null, how));
        }

        participant.Confirm();
        participant.ShowsStateToOthers = firm.Allows(ConsentPurpose.ShowState, today);
        history.Record(@case, Confirmed, today, FirmAdmission.Facts(participant), firm.Name);
        var frozen = await FrozenText.IsFrozenAsync(db, @case, cancellationToken);
        if (!await engine.CompleteAsync(@case, IntakeSteps.ConfirmFirm, participant.Id.Value, "confirmed", cancellationToken))
        {
            return IntakeRefusals.AlreadyAnswered;
        }

        await db.SaveChangesAsync(cancellationToken);
        if (participant.Kind == ParticipantKind.Original)
        {
            await FrozenText.JoinAsync(engine, @case, participant.Id, frozen, cancellationToken);
        }

        await TellOwnerAsync(@case, "firm-confirmed", [firm.Name], cancellationToken);
        return new FirmConfirmed(TakesPart: true, frozen);
    }

    private async Task<Result<FirmConfirmed>> DeclineAsync(Case @case, Participant participant, Firm firm, string reason, CancellationToken cancellationToken)
    {
        participant.Leave(calendar.Today(), reason, declined: true);
        history.Record(@case, Declined, calendar.Today(), FirmAdmission.Facts(participant), $"{firm.TaxCode}: {reason}");
        if (!await engine.CompleteAsync(@case, IntakeSteps.ConfirmFirm, participant.Id.Value, "declined", cancellationToken))
        {
            return IntakeRefusals.AlreadyAnswered;
        }

        await TellOwnerAsync(@case, "firm-declined", [firm.TaxCode, reason], cancellationToken);
        return new FirmConfirmed(TakesPart: false, RoundVoided: false);
    }

    private async Task TellOwnerAsync(Case @case, string kind, object[] values, CancellationToken cancellationToken)
    {
        var desk = await db.Associations.AsNoTracking().Where(a => a.Id == actor.Association).Select(a => a.DeskName).SingleAsync(cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == @case.Id).Select(n => n.Name).SingleAsync(cancellationToken);
        await mail.QueueAsync(@case.OwnerId, @case.Id, kind, $"networks/{@case.Id}", _ => [desk, network, .. values], cancellationToken);
    }
}

internal sealed class ShowProposalHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ShowProposal, Result<Proposal>>
{
    public async Task<Result<Proposal>> Handle(ShowProposal request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var found = await (
            from p in db.Participants.AsNoTracking()
            where p.Id == request.Participant && p.CaseId == @case.Id
            join f in db.Firms on p.FirmId equals f.Id
            join owner in db.Associations on @case.OwnerId equals owner.Id
            select new { Participant = p, Firm = f, owner.DeskName, owner.Phone }).FirstOrDefaultAsync(cancellationToken);
        var mine = found?.Participant.DeskId == actor.Association;
        if (found is null || (!mine && !await CaseReaders.ReadsAsync(db, @case, actor, cancellationToken)))
        {
            return IntakeRefusals.NotFound;
        }

        var (participant, firm) = (found.Participant, found.Firm);
        return new Proposal(
            mine, found.DeskName, found.Phone, CaseNeed.Say(@case.Need), participant.JoinedOn,
            participant.IsNamedTo(actor.Association) ? firm.Name : firm.TaxCode, firm.TaxCode,
            mine ? firm.ContactName : null, mine ? firm.Phone : null, mine ? firm.Email : null,
            participant.Status != ParticipantStatus.Proposed,
            !mine ? IntakeRefusals.NotYourFirm : IntakeRefusals.Over(@case, IntakeRefusals.JoinsAfterDeed),
            await FrozenText.IsFrozenAsync(db, @case, cancellationToken));
    }
}

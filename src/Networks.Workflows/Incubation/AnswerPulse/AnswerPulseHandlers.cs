using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.AnswerPulse;

internal sealed class AnswerPulseHandler(NetworksDbContext db, PulseRecording recording, IActor actor, BusinessCalendar calendar) : IRequestHandler<AnswerPulse, Result<AnsweredPulse>>
{
    public async Task<Result<AnsweredPulse>> Handle(AnswerPulse request, CancellationToken cancellationToken)
    {
        if (actor.Participant is not { } firm)
        {
            return IncubationRefusals.NotFound;
        }

        var today = calendar.Today();
        var hash = LinkToken.Hash(request.Token);
        var isGood = await db.FirmLinks.AnyAsync(l => l.TokenHash == hash && l.ParticipantId == firm && l.ReplacedAt == null && l.LastDay >= today
            && db.Participants.Any(p => p.Id == firm && p.Status == ParticipantStatus.Active), cancellationToken);
        return isGood
            ? await recording.TakeAsync(await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken), firm, request.Replies, request.Remark, cancellationToken)
            : IncubationRefusals.LinkOld;
    }
}

internal sealed class WriteDownPulseHandler(NetworksDbContext db, PulseRecording recording, IActor actor) : IRequestHandler<WriteDownPulse, Result<AnsweredPulse>>
{
    public async Task<Result<AnsweredPulse>> Handle(WriteDownPulse request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await db.Participants.FirstOrDefaultAsync(p => p.Id == request.Participant && p.CaseId == @case.Id && p.Status == ParticipantStatus.Active, cancellationToken);
        return firm is null ? IncubationRefusals.NotFound
            : !actor.ActsFor(@case, firm) ? new Refusal(RefusalKind.NotAllowed, "common.not-allowed")
            : await recording.TakeAsync(@case, firm.Id, request.Replies, request.Remark, cancellationToken);
    }
}

internal sealed class ShowFirmPulseHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowFirmPulse, Result<FirmPulse>>
{
    public async Task<Result<FirmPulse>> Handle(ShowFirmPulse request, CancellationToken cancellationToken)
    {
        var found = await (
            from p in db.Participants.AsNoTracking()
            where p.Id == actor.Participant && p.CaseId == request.CaseId
            join f in db.Firms on p.FirmId equals f.Id
            join a in db.Associations on p.DeskId equals a.Id
            join n in db.EnterpriseNetworks on p.CaseId equals n.CaseId
            select new { p.Id, p.Status, Firm = f.Name, a.DeskName, a.Phone, Network = n.Name }).FirstOrDefaultAsync(cancellationToken);
        var pulse = await db.Pulses.AsNoTracking().Where(p => p.CaseId == request.CaseId).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellationToken);
        if (found is null || pulse is null)
        {
            return IncubationRefusals.NotFound;
        }

        var today = calendar.Today();
        var hash = LinkToken.Hash(request.Token);
        var lives = await db.FirmLinks.AnyAsync(l => l.TokenHash == hash && l.ParticipantId == found.Id && l.ReplacedAt == null && l.LastDay >= today, cancellationToken);
        var answered = await db.PulseAnswers.Where(a => a.PulseId == pulse.Id && a.ParticipantId == found.Id).Select(a => (DateTimeOffset?)a.AnsweredAt).FirstOrDefaultAsync(cancellationToken);
        return new FirmPulse(
            found.Network, found.Firm, found.DeskName, found.Phone, pulse.LastDay, lives && answered is null && found.Status == ParticipantStatus.Active,
            answered is { } at ? BusinessCalendar.DayOf(at) : null);
    }
}

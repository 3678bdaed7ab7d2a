using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Discovery.AnswerAsFirm;

internal sealed class AnswerAsFirmHandler(
    NetworksDbContext db, IntroductionSteps steps, IntroductionMail mail, WorkflowEngine engine, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<AnswerAsFirm, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerAsFirm request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var introduction = await db.Introductions.FirstOrDefaultAsync(i => i.TokenHash == hash && i.CaseId == request.CaseId, cancellationToken);
        if (introduction is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        if (introduction.Status != IntroductionStatus.WithFirm || calendar.IsOver(introduction.LastDay))
        {
            return IntroductionRefusals.Closed;
        }

        if (request.Yes is null)
        {
            return IntroductionRefusals.AnswerMissing;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == introduction.CaseId, cancellationToken);
        var firm = await db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
        introduction.FirmAnsweredOn = calendar.Today();
        if (request.Yes == true)
        {
            await IntroduceAsync(@case, introduction, firm, cancellationToken);
        }
        else
        {
            introduction.Status = IntroductionStatus.DeclinedByFirm;
            introduction.Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim()[..Math.Min(request.Reason.Trim().Length, 1000)];
            steps.Record(@case, introduction, IntroductionSteps.FirmNo);
            var network = await steps.NetworkAsync(@case.Id, cancellationToken);
            await mail.ToDeskAsync(introduction.AskingDesk, introduction, "desk-no", [network], cancellationToken);
            await mail.ToDeskAsync(introduction.HoldingDesk, introduction, "firm-no", [firm.Name], cancellationToken);
        }

        return Done.It;
    }

    private async Task IntroduceAsync(Case @case, Introduction introduction, Firm firm, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        introduction.Status = IntroductionStatus.Introduced;
        if (!firm.Allows(ConsentPurpose.NameAfterConsent, today))
        {
            firm.Give(new Consent(Ids.New(clock), ConsentPurpose.NameAfterConsent, today, null, "mail"));
        }

        steps.Record(@case, introduction, IntroductionSteps.Introduced, firm.Name);
        var network = await steps.NetworkAsync(@case.Id, cancellationToken);
        var asking = await db.Associations.AsNoTracking().SingleAsync(a => a.Id == introduction.AskingDesk, cancellationToken);
        var holding = await steps.DeskAsync(introduction.HoldingDesk, cancellationToken);
        var contact = $"{firm.Email} {firm.Phone}".Trim();
        await mail.ToDeskAsync(introduction.AskingDesk, introduction, "introduced", [firm.Name, contact, holding, network], cancellationToken);
        await mail.ToDeskAsync(introduction.HoldingDesk, introduction, "introduced-holding", [firm.Name, asking.DeskName, network], cancellationToken);
        mail.ToFirm(firm, "introduced-firm", [firm.Name, asking.DeskName, network, $"{asking.Email} {asking.Phone}".Trim()]);
        await ProposeAsync(@case, introduction, cancellationToken);
    }

    // The firm's own desk says next whether it takes part: the case asks it as for every firm of another desk.
    private async Task ProposeAsync(Case @case, Introduction introduction, CancellationToken cancellationToken)
    {
        if (IntroductionRefusals.Over(@case) is not null
            || await db.Participants.AnyAsync(p => p.CaseId == @case.Id && p.FirmId == introduction.FirmId && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Proposed), cancellationToken))
        {
            return;
        }

        var last = await db.Participants.Where(p => p.CaseId == @case.Id).MaxAsync(p => (int?)p.Order, cancellationToken) ?? 0;
        var participant = new Participant(ParticipantId.New(clock), @case.Id, introduction.FirmId, introduction.HoldingDesk, ParticipantStatus.Proposed, calendar.Today()) { Order = last + 1, ShowsStateToOthers = false };
        db.Add(participant);
        introduction.Participant = participant.Id;
        await db.SaveChangesAsync(cancellationToken);
        await engine.SignalAsync(@case, CaseSignals.FirmProposed, participant.Id.Value, cancellationToken);
    }
}

internal sealed class IdentifyAskedFirmHandler(NetworksDbContext db) : IRequestHandler<IdentifyAskedFirm, Result<AskedFirm>>
{
    public async Task<Result<AskedFirm>> Handle(IdentifyAskedFirm request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var found = await (
            from i in db.Introductions.AsNoTracking()
            where i.TokenHash == hash
            join f in db.Firms on i.FirmId equals f.Id
            select new { f.Id, f.Language }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? DiscoveryRefusals.NotFound : new AskedFirm(Actor.FirmAsked(found.Id), found.Language);
    }
}

internal sealed class ShowFirmIntroductionHandler(NetworksDbContext db, BusinessCalendar calendar) : IRequestHandler<ShowFirmIntroduction, Result<FirmIntroduction>>
{
    public async Task<Result<FirmIntroduction>> Handle(ShowFirmIntroduction request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var found = await (
            from i in db.Introductions.AsNoTracking()
            where i.TokenHash == hash
            join f in db.Firms on i.FirmId equals f.Id
            join c in db.Cases on i.CaseId equals c.Id
            join n in db.EnterpriseNetworks on i.CaseId equals n.CaseId
            join holding in db.Associations on i.HoldingDesk equals holding.Id
            join asking in db.Associations on i.AskingDesk equals asking.Id
            select new { Introduction = i, Firm = f.Name, f.Language, Need = db.NeedCalls.Where(x => x.Id == i.NeedId).Select(x => x.Text).FirstOrDefault() ?? c.Need, n.Name, Holding = holding.DeskName, Asking = asking.DeskName }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        var introduction = found.Introduction;
        var both = introduction.Status == IntroductionStatus.Introduced;
        return new FirmIntroduction(
            introduction.CaseId, found.Firm, found.Holding, both ? found.Asking : null, both ? found.Name : null, found.Need, introduction.Message, introduction.Status,
            introduction.AskedOn, introduction.DeskAnsweredOn, introduction.FirmAnsweredOn, introduction.EndedOn, introduction.LastDay,
            introduction.Status == IntroductionStatus.WithFirm && !calendar.IsOver(introduction.LastDay), found.Language)
        {
            Meeting = await MeetingAsync(introduction, cancellationToken),
        };
    }

    private async Task<FirmMeeting?> MeetingAsync(Introduction introduction, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.AsNoTracking().Where(m => m.IntroductionId == introduction.Id && m.Status != MeetingStatus.Cancelled).OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        return meeting is null ? null : new FirmMeeting(meeting.Place, meeting.Status == MeetingStatus.Proposed ? meeting.Slots : [], meeting.StartsAt);
    }
}

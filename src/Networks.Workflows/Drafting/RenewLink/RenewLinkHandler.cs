using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.RenewLink;

internal sealed class RenewLinkHandler(
    NetworksDbContext db, IActor actor, CaseHistory history, BusinessCalendar calendar, PublicAddress address, TimeProvider clock)
    : IRequestHandler<RenewLink, Result<Done>>
{
    public async Task<Result<Done>> Handle(RenewLink request, CancellationToken cancellationToken)
    {
        if (actor.Participant is not { } participant
            || await RoundFirm.FindAsync(db, request.CaseId, participant, cancellationToken) is not { Participant.Status: ParticipantStatus.Active } firm)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        if (await FirmLinks.RefuseAsync(db, calendar, request.Token, participant, cancellationToken) is not { } why)
        {
            return RoundRefusals.LinkStillGood;
        }

        if (why.Kind == RefusalKind.NotFound)
        {
            return why;
        }

        if (string.IsNullOrWhiteSpace(firm.Firm.Email))
        {
            return RoundRefusals.NoMailbox;
        }

        var now = clock.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        if (await db.Outbox.CountAsync(m => m.ParticipantId == participant && m.Kind == MailKinds.LinkRenewed && m.CreatedAt > hourAgo, cancellationToken) >= RenewLink.PerHour)
        {
            return RoundRefusals.LinksTooMany;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        var round = await Rounds.NewestAsync(db, request.CaseId, cancellationToken);
        var lastDay = calendar.Today().AddDays(FirmLinks.DaysAfter);
        var token = FirmLinks.Issue(db, clock, request.CaseId, participant, Later(lastDay, round));
        var name = RoundMail.NameOf(@case, network);
        var text = new MailText(
            Words.In(firm.Language, "drafting.mail-link", name),
            Words.In(firm.Language, "drafting.mail-link-body", firm.Firm.Name, name, address.FirmPage(token), firm.Desk.DeskName));
        RoundMail.Queue(db, clock, MailKinds.LinkRenewed, firm, text).NotBefore = now;
        history.Record(@case, "drafting.link-renewed", calendar.Today(), new Dictionary<string, string> { ["firm"] = firm.Firm.Name });
        return Done.It;
    }

    private static DateOnly Later(DateOnly day, ApprovalRound? round) =>
        round?.LastDay.AddDays(FirmLinks.DaysAfter) is { } roundDay && roundDay > day ? roundDay : day;
}

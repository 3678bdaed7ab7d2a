using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;

namespace Networks.Workflows.Drafting.PrepareRound;

internal sealed class PrepareRoundHandler(NetworksDbContext db, BusinessCalendar calendar, PublicAddress address, MailPolicy policy, TimeProvider clock)
    : IRequestHandler<PrepareRound, Result<RoundPreparation>>
{
    private const int _workingDays = 10;

    public async Task<Result<RoundPreparation>> Handle(PrepareRound request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var name = await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        var network = RoundMail.NameOf(@case, name);
        var draft = await db.Drafts.AsNoTracking().Where(d => d.CaseId == request.CaseId).OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        var firms = await RoundFirm.OfAsync(db, request.CaseId, cancellationToken);
        var asked = firms.Where(f => f.Participant.IsActive).ToList();
        var used = await MailBudget.UsedAsync(db, [.. asked.Select(f => f.Firm.Email).OfType<string>()], clock.GetUtcNow(), cancellationToken);
        var holds = await policy.ForecastAsync([.. asked.Where(f => f.Firm.Email is not null).Select(f => (f.Firm.Email!, f.Firm.Language))], clock.GetUtcNow(), cancellationToken);
        var lastDay = request.LastDay ?? BusinessCalendar.AddWorkingDays(calendar.Today(), _workingDays);
        return new RoundPreparation(
            network,
            draft?.Id,
            draft?.Number ?? 0,
            draft?.CreatedAt,
            draft?.Note,
            draft?.FrozenHash,
            lastDay,
            [.. asked.Select(f => Recipient(f, used, holds))],
            [.. asked.Where(f => f.Firm.Email is not null).GroupBy(f => f.Language.TwoLetterISOLanguageName).Select(g => Preview(g.First()))],
            await RoundObstacles.OfAsync(db, @case, firms, draft, request.Kind, calendar.Today(), cancellationToken));

        MailPreview Preview(RoundFirm first)
        {
            var link = address.FirmPage(Words.In(first.Language, "drafting.preview-link")).OriginalString;
            var text = RoundMail.Opened(first, network, draft?.Number ?? 0, request.Kind, lastDay, request.Message, link);
            return new MailPreview(first.Language.TwoLetterISOLanguageName, text.Subject, text.Body);
        }
    }

    private static RoundRecipient Recipient(RoundFirm firm, IReadOnlyDictionary<string, int> used, IReadOnlyDictionary<string, MailHold> holds) => new(
        firm.Firm.Name,
        firm.Firm.ContactName,
        firm.Firm.Email,
        firm.Firm.Phone,
        firm.Desk.DeskName,
        firm.Language.TwoLetterISOLanguageName,
        firm.Firm.Email is { } address ? used.GetValueOrDefault(address) : 0,
        firm.Firm.Email is { } mailbox ? holds.GetValueOrDefault(mailbox) : null);
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;

namespace Networks.Workflows.Discovery.FirmPages;

/// <summary>
/// Mails a firm of the person's desk the link to its own page: what it allows and until when, and every step that was done
/// with it. A link before it opens nothing any more. Refused: a firm without mailbox.
/// </summary>
[Access(Right.DeskWork)]
public sealed record SendFirmPage(FirmId Firm) : ICommand<Done>
{
    /// <summary>Calendar days for which the link opens the page.</summary>
    public const int Days = 60;

    public Guid OperationId { get; init; }
}

internal sealed class SendFirmPageHandler(NetworksDbContext db, IActor actor, IntroductionMail mail, IntroductionSteps names, BusinessCalendar calendar) : IRequestHandler<SendFirmPage, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendFirmPage request, CancellationToken cancellationToken)
    {
        var firm = await db.Firms.FirstOrDefaultAsync(f => f.Id == request.Firm && f.HeldBy == actor.Association, cancellationToken);
        if (firm is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        if (firm.Email is null)
        {
            return IntroductionRefusals.NoMailbox;
        }

        var page = await db.FirmPages.FirstOrDefaultAsync(p => p.FirmId == firm.Id, cancellationToken);
        if (page is null)
        {
            page = new FirmPage(firm.Id);
            db.Add(page);
        }

        var token = LinkToken.New();
        page.TokenHash = LinkToken.Hash(token);
        page.SentOn = calendar.Today();
        page.LastDay = page.SentOn.AddDays(SendFirmPage.Days);
        mail.ToFirm(firm, "firm-page", [firm.Name, await names.DeskAsync(firm.HeldBy, cancellationToken), page.LastDay, mail.PageOf(token)]);
        return Done.It;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>Whom a mailed link stands for. Looking has no effect. An unknown token answers as if the page did not exist.</summary>
[Access(Right.Public)]
public sealed record IdentifyLink(string Token) : IQuery<LinkVisit>;

public enum LinkState
{
    /// <summary>Opens the firm's page.</summary>
    Current,

    /// <summary>A newer link was sent to the same firm.</summary>
    Replaced,

    /// <summary>Its last day has passed.</summary>
    Expired,
}

/// <param name="Actor">Who may act by it; a link that is not current only explains itself.</param>
/// <param name="Language">Two letters; the one in which the firm is written to.</param>
public sealed record LinkVisit(Actor Actor, LinkState State, string Language);

internal sealed class IdentifyLinkHandler(NetworksDbContext db, BusinessCalendar calendar) : IRequestHandler<IdentifyLink, Result<LinkVisit>>
{
    public async Task<Result<LinkVisit>> Handle(IdentifyLink request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var link = await (
            from l in db.FirmLinks.AsNoTracking()
            where l.TokenHash == hash
            join p in db.Participants on l.ParticipantId equals p.Id
            join f in db.Firms on p.FirmId equals f.Id
            select new { l.CaseId, l.ParticipantId, p.FirmId, l.LastDay, l.ReplacedAt, f.Language }).FirstOrDefaultAsync(cancellationToken);
        if (link is null)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        var state = link.ReplacedAt is not null ? LinkState.Replaced
            : calendar.IsOver(link.LastDay) ? LinkState.Expired
            : LinkState.Current;
        return new LinkVisit(Actor.FirmByLink(link.ParticipantId, link.FirmId, link.CaseId), state, link.Language);
    }
}

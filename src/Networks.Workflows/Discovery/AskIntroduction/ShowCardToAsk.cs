using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.AskIntroduction;

/// <summary>The card that a desk is about to ask for. One that is gone, or of the desk itself, is not there.</summary>
[Access(Right.CaseManage)]
public sealed record ShowCardToAsk(CaseId CaseId, Guid Card) : IQuery<CardToAsk>, ICaseRequest;

public sealed record CardToAsk(Card Card, string Need);

internal sealed class ShowCardToAskHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ShowCardToAsk, Result<CardToAsk>>
{
    public async Task<Result<CardToAsk>> Handle(ShowCardToAsk request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var need = await db.Cases.AsNoTracking().Where(c => c.Id == request.CaseId).Select(c => c.Need).SingleAsync(cancellationToken);
        var entry = await db.SearchEntries.AsNoTracking().FirstOrDefaultAsync(e => e.CardKey == request.Card && e.ShownUntil >= today && e.HeldBy != actor.Association, cancellationToken);
        return entry is null ? DiscoveryRefusals.NotFound : new CardToAsk(Card.Of(entry.Division!, entry.Shared), need);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Common;

namespace Networks.Workflows.Access;

/// <summary>For whom a program acts with its token. Unknown, not taken, revoked, out of date and of a person without access answer the same.</summary>
[Access(Right.Public)]
public sealed record IdentifyToken(string Secret) : IQuery<TokenVisit>;

/// <param name="Actor">The person whose rights the token uses, as they are now.</param>
/// <param name="Language">Two letters; the person's.</param>
/// <param name="UseIsNews">The note of its last use is out of date.</param>
public sealed record TokenVisit(Guid Token, Actor Actor, ApiScopes Scopes, string Language, bool UseIsNews);

/// <summary>Notes that a token is in use, so that one nobody uses is seen.</summary>
[Access(Right.OwnAccount)]
public sealed record NoteTokenUse(Guid Token) : ICommand<Done>
{
    public Guid OperationId => Guid.Empty;
}

internal sealed class IdentifyTokenHandler(NetworksDbContext db, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<IdentifyToken, Result<TokenVisit>>
{
    private static readonly TimeSpan _noteEvery = TimeSpan.FromMinutes(15);

    public async Task<Result<TokenVisit>> Handle(IdentifyToken request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Secret);
        var found = await (
            from t in db.ApiTokens.AsNoTracking()
            where t.SecretHash == hash && t.RevokedAt == null && t.TakenAt != null
            join o in db.Officers.AsNoTracking() on t.OfficerId equals o.Id
            where !o.IsDisabled && o.AssociationId == t.AssociationId
            select new { t.Id, t.Scopes, t.LastDay, t.LastUsedAt, Officer = o }).FirstOrDefaultAsync(cancellationToken);
        return found is null || calendar.IsOver(found.LastDay)
            ? new Refusal(RefusalKind.NotFound, "common.not-found")
            : new TokenVisit(found.Id, Actor.Of(found.Officer), found.Scopes, found.Officer.Language, found.LastUsedAt is not { } at || at + _noteEvery < clock.GetUtcNow());
    }
}

internal sealed class NoteTokenUseHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<NoteTokenUse, Result<Done>>
{
    public async Task<Result<Done>> Handle(NoteTokenUse request, CancellationToken cancellationToken)
    {
        if (await db.ApiTokens.FirstOrDefaultAsync(t => t.Id == request.Token && t.OfficerId == actor.Officer, cancellationToken) is { } token)
        {
            token.LastUsedAt = clock.GetUtcNow();
        }

        return Done.It;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.ListTokens;

namespace Networks.Workflows.Connections.ListOwnTokens;

/// <summary>The keys that act with the person's own rights and have not ended, those that wait for the person first.</summary>
[Access(Right.OwnAccount)]
public sealed record ListOwnTokens : IQuery<IReadOnlyList<OwnToken>>;

/// <param name="State"><see cref="TokenState.Waits"/> or <see cref="TokenState.Works"/>.</param>
public sealed record OwnToken(Guid Id, string Name, string MadeBy, ApiScopes Scopes, DateOnly LastDay, DateTimeOffset? LastUsedAt, TokenState State);

internal sealed class ListOwnTokensHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListOwnTokens, Result<IReadOnlyList<OwnToken>>>
{
    public async Task<Result<IReadOnlyList<OwnToken>>> Handle(ListOwnTokens request, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        return await (
            from t in db.ApiTokens.AsNoTracking()
            where t.OfficerId == actor.Officer && t.RevokedAt == null && t.LastDay >= today
            join maker in db.Officers on t.CreatedBy equals maker.Id
            orderby t.TakenAt != null, t.CreatedAt descending
            select new OwnToken(t.Id, t.Name, maker.FullName, t.Scopes, t.LastDay, t.LastUsedAt, t.TakenAt == null ? TokenState.Waits : TokenState.Works)).ToListAsync(cancellationToken);
    }
}

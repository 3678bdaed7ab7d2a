using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.EndOwnToken;

/// <summary>
/// The person whose rights a key uses does not want it, taken or not: it ends at once and for good, and who made it is told
/// by mail. One that has ended already stays as it is.
/// </summary>
[Access(Right.OwnAccount)]
public sealed record EndOwnToken(Guid OperationId, Guid Token) : ICommand<Done>;

internal sealed class EndOwnTokenHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<EndOwnToken, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndOwnToken request, CancellationToken cancellationToken)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == request.Token && t.OfficerId == actor.Officer, cancellationToken);
        if (token is null)
        {
            return ConnectionsRefusals.NotHere;
        }

        if (token.RevokedAt is null && token.CreatedBy != token.OfficerId)
        {
            await TokenMail.EndedAsync(db, clock, token, cancellationToken);
        }

        token.End(clock.GetUtcNow());
        return Done.It;
    }
}

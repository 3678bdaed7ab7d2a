using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Connections.RevokeToken;

/// <summary>Ends a token at once and for good. One that has ended already stays as it is.</summary>
[Access(Right.PeopleManage)]
public sealed record RevokeToken(Guid OperationId, Guid Token) : ICommand<Done>;

internal sealed class RevokeTokenHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<RevokeToken, Result<Done>>
{
    public async Task<Result<Done>> Handle(RevokeToken request, CancellationToken cancellationToken)
    {
        var token = await db.ApiTokens.SingleOrDefaultAsync(
            t => t.Id == request.Token && db.ProgrammeAssociations(actor).Any(a => a.Id == t.AssociationId), cancellationToken);
        if (token is null)
        {
            return ConnectionsRefusals.NotHere;
        }

        token.End(clock.GetUtcNow());
        return Done.It;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.KeptTexts;

/// <summary>Forgets a text that the person does not want. One that is not there, or another person's, is left as it is.</summary>
[Access(Right.OwnAccount)]
public sealed record DropKeptText(Guid OperationId, Guid Number) : ICommand<Done>;

internal sealed class DropKeptTextHandler(NetworksDbContext db, IActor actor) : IRequestHandler<DropKeptText, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropKeptText request, CancellationToken cancellationToken)
    {
        await db.KeptTexts.Where(t => t.Id == request.Number && t.OfficerId == actor.Officer).ExecuteDeleteAsync(cancellationToken);
        return Done.It;
    }
}

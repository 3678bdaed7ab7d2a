using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.DropFilter;

/// <summary>Forgets a filter that the person has kept. One of others is not there.</summary>
[Access(Right.OwnAccount)]
public sealed record DropFilter(Guid OperationId, Guid Filter) : ICommand<Done>;

internal sealed class DropFilterHandler(NetworksDbContext db, IActor actor) : IRequestHandler<DropFilter, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropFilter request, CancellationToken cancellationToken)
    {
        if (await db.SavedFilters.FirstOrDefaultAsync(f => f.Id == request.Filter && f.OfficerId == actor.Officer, cancellationToken) is not { } filter)
        {
            return new Refusal(RefusalKind.NotFound, "common.not-found");
        }

        db.Remove(filter);
        return Done.It;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListFilters;

/// <summary>The filters of the list of networks that the person has kept, by name.</summary>
[Access(Right.OwnAccount)]
public sealed record ListFilters : IQuery<IReadOnlyList<FilterRow>>;

/// <param name="Query">As it stands in the address of the list, with its question mark.</param>
public sealed record FilterRow(Guid Id, string Name, string Query);

internal sealed class ListFiltersHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ListFilters, Result<IReadOnlyList<FilterRow>>>
{
    public async Task<Result<IReadOnlyList<FilterRow>>> Handle(ListFilters request, CancellationToken cancellationToken) =>
        await db.SavedFilters.Where(f => f.OfficerId == actor.Officer).OrderBy(f => f.Name).Select(f => new FilterRow(f.Id, f.Name, f.Query)).ToListAsync(cancellationToken);
}

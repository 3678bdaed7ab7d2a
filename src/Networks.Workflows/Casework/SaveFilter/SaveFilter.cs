using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Casework;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.SaveFilter;

/// <summary>Keeps a filter of the list of networks under a name; the same name again takes the new filter.</summary>
/// <param name="Query">As it stands in the address of the list, with its question mark.</param>
[Access(Right.OwnAccount)]
public sealed record SaveFilter(Guid OperationId, string? Name, string Query) : ICommand<Done>, IChecked
{
    /// <summary>More than so many nobody finds again.</summary>
    public const int Most = 20;

    private const int _longestName = 60;
    private const int _longestQuery = 1000;

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > _longestName)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.filter-name-missing", _longestName) { Field = "name" };
        }

        if (Query.Length is < 2 or > _longestQuery || Query[0] != '?')
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.filter-empty") { Field = "query" };
        }
    }
}

internal sealed class SaveFilterHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<SaveFilter, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveFilter request, CancellationToken cancellationToken)
    {
        var name = request.Name!.Trim();
        var own = await db.SavedFilters.Where(f => f.OfficerId == actor.Officer).ToListAsync(cancellationToken);
        if (own.Find(f => f.Name == name) is { } known)
        {
            known.Query = request.Query;
            return Done.It;
        }

        if (own.Count >= SaveFilter.Most)
        {
            return new Refusal(RefusalKind.Conflict, "casework.filters-too-many", SaveFilter.Most);
        }

        db.Add(new SavedFilter(Ids.New(clock), actor.Officer!.Value, name, request.Query));
        return Done.It;
    }
}

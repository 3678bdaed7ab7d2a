using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.KeptTexts;

/// <summary>What the person has typed on a page and not sent, on whatever machine.</summary>
/// <param name="Page">Path of the page, without its query.</param>
[Access(Right.OwnAccount)]
public sealed record FindKeptText(string? Page) : IQuery<IReadOnlyList<KeptForm>>;

/// <param name="Number">The operation id of the form, which goes on with the text.</param>
public sealed record KeptForm(Guid Number, string Form, DateTimeOffset KeptAt, IReadOnlyDictionary<string, string> Fields);

internal sealed class FindKeptTextHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<FindKeptText, Result<IReadOnlyList<KeptForm>>>
{
    public async Task<Result<IReadOnlyList<KeptForm>>> Handle(FindKeptText request, CancellationToken cancellationToken)
    {
        var before = KeptTextAge.Oldest(clock.GetUtcNow());
        return await db.KeptTexts
            .Where(t => t.OfficerId == actor.Officer && t.Page == request.Page && t.KeptAt >= before)
            .Select(t => new KeptForm(t.Id, t.Form, t.KeptAt, t.Fields))
            .ToListAsync(cancellationToken);
    }
}

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
        var kept = await db.KeptTexts
            .Where(t => t.OfficerId == actor.Officer && t.Page == request.Page && t.KeptAt >= before)
            .Select(t => new KeptForm(t.Id, t.Form, t.KeptAt, t.Fields))
            .ToListAsync(cancellationToken);

        // Of two that stand beside each other the newer is offered; the other's turn comes when that one is gone.
        return kept.OrderBy(k => k.KeptAt).ThenBy(k => k.Form, StringComparer.Ordinal)
            .Select(k => k with { Form = k.Form.TrimEnd(KeepText.BesideMark[0]) }).GroupBy(k => k.Form).Select(same => same.Last()).ToList();
    }
}

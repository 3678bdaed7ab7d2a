using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Casework;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.KeptTexts;

/// <summary>Keeps what the person has typed into a form and not sent: one text for each form of a page, the last one.</summary>
/// <param name="Number">The operation id of the form: when that act is done, the text is gone.</param>
/// <param name="Page">Path of the page, without its query.</param>
/// <param name="Fields">By name of the field; passwords and codes are left out.</param>
[Access(Right.OwnAccount)]
public sealed record KeepText(Guid OperationId, Guid Number, string? Page, string? Form, IReadOnlyDictionary<string, string>? Fields) : ICommand<Done>, IChecked
{
    /// <summary>Another text is being offered and nobody has answered yet: it stays, and this one stands beside it.</summary>
    public bool Beside { get; init; }

    /// <summary>Stored behind the form's name for the text that stands beside.</summary>
    internal const string BesideMark = "+";

    /// <summary>Of names and values together, in characters.</summary>
    public const int LongestText = 100_000;

    private const int _mostFields = 300;
    private const int _longestPage = 200;
    private const int _longestForm = 119;

    public IEnumerable<Refusal> Faults()
    {
        if (Number == Guid.Empty || Page is not ['/', ..] || Page.Length > _longestPage || Form is not { Length: > 0 and <= _longestForm } || Fields is not { Count: > 0 })
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.kept-incomplete");
        }
        else if (Fields.Count > _mostFields || Fields.Sum(f => f.Key.Length + (f.Value?.Length ?? 0)) > LongestText)
        {
            yield return new Refusal(RefusalKind.TooLarge, "casework.kept-too-long", LongestText);
        }
    }
}

internal sealed class KeepTextHandler(NetworksDbContext db, IActor actor, TimeProvider clock) : IRequestHandler<KeepText, Result<Done>>
{
    /// <summary>A person who leaves this many forms open keeps the newest of them.</summary>
    private const int Most = 50;

    // What the pages call them; their script does not send them in the first place.
    private static readonly string[] _secrets = ["password", "current", "code"];

    public async Task<Result<Done>> Handle(KeepText request, CancellationToken cancellationToken)
    {
        var officer = actor.Officer!.Value;
        var now = clock.GetUtcNow();
        var before = KeptTextAge.Oldest(now);
        await db.KeptTexts.Where(t => t.KeptAt < before).ExecuteDeleteAsync(cancellationToken);
        var own = await db.KeptTexts.Where(t => t.OfficerId == officer).OrderBy(t => t.KeptAt).ToListAsync(cancellationToken);
        var form = request.Beside ? request.Form + KeepText.BesideMark : request.Form!;
        var known = own.Find(t => t.Id == request.Number && t.Page == request.Page && (t.Form == request.Form || t.Form == request.Form + KeepText.BesideMark));
        var same = known ?? own.Find(t => t.Page == request.Page && t.Form == form);

        // It came later than the form that it was typed in.
        if (await db.Operations.AnyAsync(o => o.Id == request.Number, cancellationToken))
        {
            db.RemoveRange(own.Where(t => t == same));
            return Done.It;
        }

        var fields = request.Fields!.Where(f => !_secrets.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value ?? "");
        if (known is not null)
        {
            known.Fields = fields;
            known.KeptAt = now;
            return Done.It;
        }

        if (await db.KeptTexts.AnyAsync(t => t.Id == request.Number, cancellationToken))
        {
            return new Refusal(RefusalKind.Invalid, "casework.kept-incomplete");
        }

        var gone = own.Where(t => t == same).Concat(own.Take(own.Count - Most + 1)).Select(t => t.Id).ToList();
        await db.KeptTexts.Where(t => gone.Contains(t.Id)).ExecuteDeleteAsync(cancellationToken);
        db.Add(new KeptText(request.Number, officer, request.Page!, form) { Fields = fields, KeptAt = now });
        return Done.It;
    }
}

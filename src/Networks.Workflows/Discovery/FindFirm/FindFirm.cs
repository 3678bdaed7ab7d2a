using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;

namespace Networks.Workflows.Discovery.FindFirm;

/// <summary>
/// Firms of the own desk's register by the words of their name, by VAT number or by tax code. Another desk's firm is not
/// found, as if it did not exist.
/// </summary>
[Access(Right.DeskWork)]
public sealed record FindFirm(string? Text) : IQuery<IReadOnlyList<FirmHit>>
{
    /// <summary>Rows; who needs more uses the register itself.</summary>
    public const int Most = 10;
}

public sealed record FirmHit(FirmId Id, string Name, string TaxCode, string? Province);

internal sealed class FindFirmHandler(NetworksDbContext db, IActor actor) : IRequestHandler<FindFirm, Result<IReadOnlyList<FirmHit>>>
{
    /// <summary>Names that share a first word, of which those with all the words are kept.</summary>
    private const int _candidates = 200;

    public async Task<Result<IReadOnlyList<FirmHit>>> Handle(FindFirm request, CancellationToken cancellationToken)
    {
        var text = request.Text?.Trim() ?? "";
        var desk = actor.Association ?? default;
        if (text.Length == 0)
        {
            return Array.Empty<FirmHit>();
        }

        if (TypedNumber.Of(text) is { } number)
        {
            return await RowsAsync(db.Firms.Where(f => f.HeldBy == desk && (f.TaxCode == number || f.VatNumber == number)), cancellationToken);
        }

        var words = FirmTerms.WordsIn(text).Distinct().ToList();
        if (words.Count == 0)
        {
            // Too short for the index of words: names that begin so.
            var start = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Translated to SQL, where there is no culture to name.
            return await RowsAsync(db.Firms.Where(f => f.HeldBy == desk && f.Name.ToLower().StartsWith(start)), cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862
        }

        var terms = new SearchTerms([], [.. words.Select(FirmTerms.Name)]) { Only = FirmTerms.Desk(desk), AtMost = _candidates };
        var numbers = (await db.SearchAsync(terms, cancellationToken)).ConvertAll(h => h.Number);
        var rows = await RowsAsync(
            from f in db.Firms
            where db.SearchEntries.Any(e => e.FirmId == f.Id && numbers.Contains(e.Number))
            select f, cancellationToken, _candidates);
        return rows.Where(r => Fits(r.Name, words)).Take(FindFirm.Most).ToList();
    }

    private static bool Fits(string name, List<string> words)
    {
        var own = FirmTerms.WordsIn(name).ToList();
        return words.TrueForAll(word => own.Exists(o => o.StartsWith(word, StringComparison.Ordinal)));
    }

    private static async Task<List<FirmHit>> RowsAsync(IQueryable<Firm> firms, CancellationToken cancellationToken, int most = FindFirm.Most) =>
        await firms.AsNoTracking().OrderBy(f => f.Name).ThenBy(f => f.TaxCode).Take(most).Select(f => new FirmHit(f.Id, f.Name, f.TaxCode, f.ReaProvince)).ToListAsync(cancellationToken);
}

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Next">Cursor to the next page; null on the last one.</param>
internal sealed record ApiPage<TRow>(IReadOnlyList<TRow> Items, string? Next);

/// <summary>Cursors and page sizes of lists. A cursor is opaque to programs, and good for the same list only.</summary>
internal static class ApiPages
{
    public const string CursorName = "cursor";

    public const string LimitName = "limit";

    public const int Usual = 50;

    public const int Most = 200;

    public static Result<int> Limit(HttpContext context)
    {
        var said = context.Request.Query[LimitName].ToString();
        return said.Length == 0 ? Usual
            : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= Most ? limit
            : new Refusal(RefusalKind.Invalid, "api.limit-wrong", Most) { Field = LimitName };
    }

    /// <returns>What the last page ended with; null for the first page.</returns>
    public static Result<string?> After(HttpContext context)
    {
        var said = context.Request.Query[CursorName].ToString();
        if (said.Length == 0)
        {
            return Result<string?>.Of(null);
        }

        try
        {
            return Result<string?>.Of(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(said)));
        }
        catch (FormatException)
        {
            return CursorWrong;
        }
    }

    public static Refusal CursorWrong { get; } = new(RefusalKind.Invalid, "api.cursor-wrong") { Field = CursorName };

    public static string Cursor(string key) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(key));

    /// <summary>For lists that the use case numbers: the page that the cursor means, from 1.</summary>
    public static Result<int> Number(HttpContext context)
    {
        var page = 1;
        var cursor = After(context);
        return cursor.Refusal is { } refusal ? refusal
            : cursor.Value is { } said && (!int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1) ? CursorWrong
            : page;
    }

    /// <summary>A numbered page with the cursor to the next one.</summary>
    public static ApiPage<TRow> Numbered<TRow>(IReadOnlyList<TRow> rows, int page, int size, int total) =>
        new(rows, page * size < total ? Cursor((page + 1).ToString(CultureInfo.InvariantCulture)) : null);

    /// <summary>A page out of a list that is short enough to be read whole.</summary>
    public static Result<ApiPage<TRow>> Cut<TRow>(HttpContext context, IReadOnlyList<TRow> rows, Func<TRow, string> key)
    {
        var limit = Limit(context);
        var after = After(context);
        if ((limit.Refusal ?? after.Refusal) is { } refusal)
        {
            return refusal;
        }

        var from = after.Value is { } last ? rows.TakeWhile(r => key(r) != last).Count() + 1 : 0;
        if (from > rows.Count)
        {
            return CursorWrong;
        }

        List<TRow> items = [.. rows.Skip(from).Take(limit.Value)];
        return new ApiPage<TRow>(items, from + items.Count < rows.Count ? Cursor(key(items[^1])) : null);
    }
}

using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure;

/// <summary>
/// The one way in which a file leaves: as an attachment, never rendered as if it were ours and never kept by others. A
/// refusal is told by a page, in its own words.
/// </summary>
internal static class FileAnswer
{
    private static readonly object _reason = new();

    /// <param name="file">Makes the answer, with media type and name.</param>
    public static IResult Of<T>(HttpContext context, Result<T> made, Func<T, IResult> file)
    {
        if (made.Refusal is { } refusal)
        {
            context.Items[_reason] = refusal.Text;
            return Results.StatusCode(RefusalStatus.Of(refusal.Kind));
        }

        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        context.Response.Headers.CacheControl = "no-store";
        return file(made.Value);
    }

    /// <returns>Why the file was refused; null where no file was asked for.</returns>
    public static string? ReasonOf(HttpContext context) => context.Items[_reason] as string;
}

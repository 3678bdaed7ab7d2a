using System.Globalization;
using System.Security.Cryptography;
using MediatR;
using Networks.Workflows.Casework.ReadCaseVersion;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>
/// The entity tag of what is read of a case: its version, a dash, a hash of the answer. To act only on what was read,
/// send it back in <c>If-Match</c>: the version counts there. In <c>If-None-Match</c> the whole counts.
/// </summary>
internal static class CaseVersion
{
    private const int signs = 16;

    /// <returns>The version that the sender has seen; null when it is not said or any will do.</returns>
    public static Result<long?> Seen(HttpContext context)
    {
        var said = context.Request.Headers.IfMatch.ToString();
        return said is "" or "*" ? Result<long?>.Of(null)
            : long.TryParse(said.Trim('"').Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? Result<long?>.Of(version)
            : new Refusal(RefusalKind.Invalid, "api.tag-wrong") { Field = "If-Match" };
    }

    /// <returns>Null for who may not read it and for what is about no case.</returns>
    public static async Task<long?> NowAsync(HttpContext context, object request)
    {
        var services = context.RequestServices;
        if (request is not ICaseRequest { CaseId: var caseId } || services.GetRequiredService<IActor>().Officer is null)
        {
            return null;
        }

        var version = await services.GetRequiredService<IMediator>().Send(new ReadCaseVersion(caseId), context.RequestAborted);
        return version.Ok ? version.Value : null;
    }

    public static string Tag(long version, byte[] body) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{version}-{Convert.ToHexStringLower(SHA256.HashData(body))[..signs]}\"");

    public static string Tag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

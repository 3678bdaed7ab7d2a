using Microsoft.AspNetCore.Mvc;
using Networks.Data.Connections;
using Networks.Web.Infrastructure;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>Files come alone, before the act that names them.</summary>
internal static class ApiFiles
{
    public const string Path = ApiAddress.Root + "/files";

    public static void MapApiFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path, (Delegate)StoreAsync).WithName("StoreFile").WithTags("Files").WithMetadata(
            new AccessAttribute(Right.OwnAccount),
            new ApiEndpoint("Files", null, typeof(Kept), ApiScopes.NetworksWrite | ApiScopes.FirmsWrite) { Bytes = true },
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Kept), ["application/json"]),
            new RequestSizeLimitAttribute(UploadRoom.Bytes + 1)).RequireRateLimiting(ApiSetup.Limit);

    private static async Task StoreAsync(HttpContext context)
    {
        var stored = await context.RequestServices.GetRequiredService<IFileStore>().PutAsync(context.Request.Body, UploadRoom.Bytes, context.RequestAborted);
        await (stored.Refusal is { } refusal
            ? ApiProblem.WriteAsync(context, refusal)
            : ApiCall.WriteAsync(context, new Kept(stored.Value, stored.Value.Sha256, stored.Value.SizeBytes)));
    }
}

namespace Networks.Web.Api;

/// <summary>Where the API lives.</summary>
internal static class ApiAddress
{
    public const string Root = "/api/v1";

    public const string Description = "/openapi/v1.json";

    /// <summary>Whether a request is a program's, also one to an address that is not there.</summary>
    public static bool Is(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}

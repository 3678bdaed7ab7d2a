namespace Networks.Web.Infrastructure;

/// <summary>
/// A firm's link has its secret in the path, so no line may hold a path of a request. Whatever level is configured, these
/// categories of the framework say nothing below a warning; our own lines name the endpoint, never the address.
/// </summary>
internal static class LogSetup
{
    private static readonly string[] _pathTellers =
    [
        "Microsoft.AspNetCore.HttpLogging", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.StaticAssets", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Localization", "Microsoft.AspNetCore.Authentication",
        "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.HttpsPolicy", "Microsoft.AspNetCore.Diagnostics",
    ];

    public static void KeepPathsOut(this ILoggingBuilder logging)
    {
        // Also opens a scope with the path in it, unless it is silent: broken requests are logged by NumberedErrors.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        foreach (var category in _pathTellers)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }
}

using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Web.Api;

/// <summary>The HTTP interface for programs: everything that the pages do, over the same use cases.</summary>
internal static class ApiSetup
{
    /// <summary>Name of the rate limit.</summary>
    public const string Limit = "api";

    /// <summary>Setting with the calls per minute that one token may make; default <see cref="UsualPerMinute"/>.</summary>
    public const string PerMinuteSetting = "Networks:Api:PerMinute";

    public const int UsualPerMinute = 600;

    public static IServiceCollection AddNetworksApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<UploadTickets>();
        services.AddSingleton<RunningKeys>();
        services.AddSingleton<IConfigureOptions<JsonOptions>>(provider =>
            new ConfigureNamedOptions<JsonOptions>(Options.DefaultName, options => ApiJson.Shape(options.SerializerOptions, provider.GetRequiredService<UploadTickets>())));
        services.AddNetworksOpenApi();
        var perMinute = configuration.GetValue(PerMinuteSetting, UsualPerMinute);
        return services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(Caller(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await ApiProblem.WriteAsync(rejected.HttpContext, new Refusal(RefusalKind.TooMany, "api.too-many", perMinute));
            };
        });
    }

    public static void MapNetworksApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi(ApiAddress.Description).WithMetadata(new AccessAttribute(Right.Public));
        endpoints.MapApiFiles();
        endpoints.MapAssociationsApi();
        endpoints.MapCaseworkApi();
        endpoints.MapConnectionsApi();
        endpoints.MapDiscoveryApi();
        endpoints.MapDraftingApi();
        endpoints.MapFirmLinkApi();
        endpoints.MapEngineApi();
        endpoints.MapFollowUpApi();
        endpoints.MapIncubationApi();
        endpoints.MapChangesApi();
        endpoints.MapServicesApi();
        endpoints.MapIntakeApi();
        endpoints.MapMailApi();
        endpoints.MapMonitoringApi();
        endpoints.MapRegistrationApi();
        endpoints.MapSigningApi();
        endpoints.MapUpkeepApi();
        endpoints.MapAdministrationApi();
    }

    // By the secret, or by where it comes from: counted before anybody looks at the database.
    private static string Caller(HttpContext context) => context.Request.Headers.Authorization.ToString() is { Length: > 0 } shown
        ? LinkToken.Hash(shown)
        : context.Connection.RemoteIpAddress?.ToString() ?? "";
}

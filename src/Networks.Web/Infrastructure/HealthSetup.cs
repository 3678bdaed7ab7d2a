using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Networks.Workflows.Access;

namespace Networks.Web.Infrastructure;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work; only checks with the tag
/// <see cref="Ready"/> count. Strangers get one word.
/// </summary>
internal static class HealthSetup
{
    public const string Ready = "ready";

    public static IHealthChecksBuilder AddNetworksHealth(this IServiceCollection services) => services.AddHealthChecks();

    public static void MapNetworksHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .WithMetadata(new AccessAttribute(Right.Public));
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) })
            .WithMetadata(new AccessAttribute(Right.Public));
    }
}

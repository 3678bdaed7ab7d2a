using System.Net;
using System.Text;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Networks.Workflows.Access;

namespace Networks.Web.Infrastructure;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can work; only checks with the tag
/// <see cref="Ready"/> count. Strangers get one word; whoever asks from this machine also gets the sentences.
/// </summary>
internal static class HealthSetup
{
    public const string Ready = "ready";

    public static IHealthChecksBuilder AddNetworksHealth(this IServiceCollection services) => services.AddSingleton<WholeLooks>().AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", tags: [Ready])
        .AddCheck<FolderHealth>("folder", tags: [Ready])
        .AddCheck<ClockHealth>("clock", tags: [Ready])
        .AddCheck<NodesHealth>("nodes", tags: [Ready])
        .AddCheck<RegionHealth>("region", tags: [Ready])
        .AddCheck<OutboxHealth>("outbox", tags: [Ready])
        .AddCheck<LivenessHealth>("liveness", tags: [Ready]);

    public static void MapNetworksHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .WithMetadata(new AccessAttribute(Right.Public));
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = TellAsync })
            .WithMetadata(new AccessAttribute(Right.Public));
    }

    private static Task TellAsync(HttpContext context, HealthReport report)
    {
        var text = new StringBuilder(report.Status.ToString());
        if (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address))
        {
            foreach (var (name, part) in report.Entries)
            {
                text.Append('\n').Append(name).Append(": ").Append(part.Status);
                text.Append(part.Description is { } words ? $", {words}" : "");
            }
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text.ToString());
    }
}

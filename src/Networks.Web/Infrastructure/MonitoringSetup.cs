using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure;

/// <summary>From how many on the lead's picture tells a number.</summary>
internal static class MonitoringSetup
{
    /// <exception cref="InstallationFaultException">A threshold that would tell everything, or is no number: the service must not start.</exception>
    public static IServiceCollection AddNetworksMonitoring(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection(MonitoringLimits.Section).Get<MonitoringLimits>() ?? MonitoringLimits.Default;
        if (limits.SmallCell < 3 || limits.FewestStays < 1)
        {
            throw new InstallationFaultException("commands.fault-monitoring", $"{MonitoringLimits.Section}:{nameof(MonitoringLimits.SmallCell)}", $"{MonitoringLimits.Section}:{nameof(MonitoringLimits.FewestStays)}");
        }

        return services.AddSingleton(limits).AddHostedService<RegionPreparing>();
    }
}

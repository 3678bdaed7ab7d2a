using System.Globalization;
using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure;

/// <summary>From how many on the lead's picture tells a number.</summary>
internal static class MonitoringSetup
{
    /// <summary>With 2 "fewer than 2" would mean one: the floor that the small-number rule allows.</summary>
    private const int _fewestCell = 3;

    /// <exception cref="InstallationFaultException">A threshold that would tell everything, or is no number: the service must not start.</exception>
    public static IServiceCollection AddNetworksMonitoring(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(MonitoringLimits.Section);
        var limits = MonitoringLimits.Default;
        limits = new MonitoringLimits
        {
            SmallCell = Number(section[nameof(MonitoringLimits.SmallCell)], limits.SmallCell),
            FewestStays = Number(section[nameof(MonitoringLimits.FewestStays)], limits.FewestStays),
        };
        if (limits.SmallCell < _fewestCell || limits.FewestStays < 1)
        {
            throw new InstallationFaultException("commands.fault-monitoring", $"{MonitoringLimits.Section}:{nameof(MonitoringLimits.SmallCell)}", $"{MonitoringLimits.Section}:{nameof(MonitoringLimits.FewestStays)}");
        }

        return services.AddSingleton(limits).AddSingleton<RegionPreparing>().AddSingleton<RegionHealth>().AddHostedService(provider => provider.GetRequiredService<RegionPreparing>());
    }

    /// <returns>What is no whole number is taken for less than anything allowed.</returns>
    private static int Number(string? text, int standard) =>
        string.IsNullOrWhiteSpace(text) ? standard
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : int.MinValue;
}

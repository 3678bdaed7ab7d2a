using Networks.Workflows.Discovery;

namespace Networks.Web.Infrastructure;

/// <summary>How close desks may look at the firms of others, from the configuration.</summary>
internal static class DiscoverySetup
{
    public const string AnonymitySetting = "Networks:AnonymityK";

    public const string SearchesSetting = "Networks:SearchesPerDay";

    /// <summary>A card that fewer firms share hides nobody.</summary>
    private const int FewestAlike = 2;

    public static void AddNetworksDiscovery(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(DiscoveryLimits.Default with
        {
            AnonymityK = Math.Max(FewestAlike, configuration.GetValue(AnonymitySetting, DiscoveryLimits.Default.AnonymityK)),
            SearchesPerDay = configuration.GetValue(SearchesSetting, DiscoveryLimits.Default.SearchesPerDay),
        });
}

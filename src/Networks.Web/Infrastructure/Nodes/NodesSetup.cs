using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure.Nodes;

/// <summary>Several processes on one server database, each known by a row that it renews.</summary>
internal static class NodesSetup
{
    /// <summary>What people call this node; the machine's name without it.</summary>
    public const string NameSetting = "Networks:Node";

    public static void AddNetworksNodes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new NodeName(configuration[NameSetting]));
        services.AddSingleton<NodeKeys>();
        services.AddScoped<NodesCheck>();
        if (DataSetup.ProviderOf(configuration) != DatabaseProvider.Sqlite)
        {
            services.AddHostedService<NodeBeat>();
        }
    }
}

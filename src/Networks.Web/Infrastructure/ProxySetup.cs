using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Networks.Web.Infrastructure;

/// <summary>
/// A proxy that ends TLS in front of the service. What it says of the request (scheme, host, address of the client) is
/// believed from the known proxies only; from anybody else these headers are ignored.
/// </summary>
internal static class ProxySetup
{
    /// <summary>Addresses or networks (<c>10.0.0.5, 10.1.0.0/16</c>). Without it: this machine, when <see cref="FormsSetup.AddressSetting"/> is https, else nobody.</summary>
    public const string Setting = "Networks:Proxies";

    private const string ThisMachine = "127.0.0.1, ::1";

    /// <exception cref="InvalidOperationException">The setting holds something that is neither an address nor a network.</exception>
    public static void UseNetworksProxies(this WebApplication app)
    {
        var known = app.Configuration[Setting] ?? (FormsSetup.IsHttps(app.Configuration) ? ThisMachine : "");
        var networks = known.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network).ToList();
        if (networks.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,

            // Through a chain of proxies, up to the first that is not known.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        networks.ForEach(options.KnownIPNetworks.Add);
        if (Uri.TryCreate(app.Configuration[FormsSetup.AddressSetting], UriKind.Absolute, out var address))
        {
            options.AllowedHosts = [address.Host];
        }

        app.UseForwardedHeaders(options);
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"{Setting}: \"{text}\" is neither an address such as 10.0.0.5 nor a network such as 10.1.0.0/16.");
}

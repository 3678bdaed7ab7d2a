using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Networks.Workflows.Mail;

namespace Networks.Web.Infrastructure;

/// <summary>The address in mailed links: the setting where there is one, else the address that the server listens on.</summary>
internal static class PublicAddressSetup
{
    public static void AddPublicAddress(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(provider => new PublicAddress(() => new Uri(Slashed(configuration[FormsSetup.AddressSetting] ?? Listening(provider)))));

    private static string Listening(IServiceProvider provider) =>
        provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?? throw new InvalidOperationException($"Set {FormsSetup.AddressSetting}: mails cannot link to a service without an address.");

    private static string Slashed(string address) => address.EndsWith('/') ? address : address + "/";
}

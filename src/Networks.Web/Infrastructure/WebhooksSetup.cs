using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Networks.Workflows.Connections.Webhooks;

namespace Networks.Web.Infrastructure;

/// <summary>How webhooks are reached, and how their keys are kept.</summary>
internal static class WebhooksSetup
{
    /// <summary>Setting that lets webhooks lie inside of the own network and answer without TLS; default false.</summary>
    public const string PrivateSetting = "Networks:Webhooks:Private";

    public static void AddNetworksWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WebhookKeys>();
        services.AddSingleton<IWebhookTransport>(provider =>
            new HttpWebhookTransport(provider.GetRequiredService<WebhookKeys>(), provider.GetRequiredService<TimeProvider>(), configuration.GetValue(PrivateSetting, false)));
    }
}

/// <summary>Encrypts the keys with which messages are signed: the database alone does not give them away.</summary>
internal sealed class WebhookKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("networks.webhook-key");

    public string Protect(string key) => _protector.Protect(key);

    public string Open(string protectedKey) => _protector.Unprotect(protectedKey);
}

/// <summary>
/// Posts messages, signed: <c>Networks-Signature: t=SECONDS,v1=HEX</c>, the HMAC-SHA-256 of the seconds, a dot and the body
/// under the webhook's key. Follows no redirect, and speaks to public addresses alone unless it was set otherwise: the
/// address is judged where the connection is made, so that a name cannot lead somewhere else afterwards.
/// </summary>
internal sealed class HttpWebhookTransport : IWebhookTransport, IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly WebhookKeys _keys;
    private readonly TimeProvider _clock;
    private readonly bool _private;
    private readonly HttpClient _client;

    public HttpWebhookTransport(WebhookKeys keys, TimeProvider clock, bool mayBePrivate)
    {
        (_keys, _clock, _private) = (keys, clock, mayBePrivate);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = ConnectAsync, PooledConnectionLifetime = TimeSpan.FromMinutes(1) })
        {
            Timeout = _patience,
            MaxResponseContentBufferSize = 64 * 1024,
        };
    }

    public void Dispose() => _client.Dispose();

    public async Task<WebhookReply> SendAsync(WebhookCall call, CancellationToken cancellationToken)
    {
        var address = new Uri(call.Address);
        if (address.Scheme != Uri.UriSchemeHttps && !_private)
        {
            return new WebhookReply(null, "not-public");
        }

        var seconds = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(call.Body, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Networks", "1"));
        request.Headers.Add("Networks-Event", call.Event);
        request.Headers.Add("Networks-Delivery", call.Delivery.ToString());
        request.Headers.Add("Networks-Signature", $"t={seconds},v1={Sign(_keys.Open(call.ProtectedKey), seconds, call.Body)}");
        try
        {
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new WebhookReply((int)answer.StatusCode, answer.IsSuccessStatusCode ? null : "status");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookReply(null, "no-answer");
        }
        catch (HttpRequestException e)
        {
            return new WebhookReply(null, e.InnerException is NotPublicException ? "not-public" : "unreachable");
        }
    }

    public static string Sign(string key, string seconds, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{seconds}.{body}")));

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var addresses = _private ? found : [.. found.Where(IsPublic)];
        if (addresses.Length == 0)
        {
            throw new NotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Not of this machine, a private or shared network, a link, a group, or kept back for other uses.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !(bytes[0] is 0 or 10 or 127 or >= 224
                || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127)
                || (bytes[0] == 169 && bytes[1] == 254)
                || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
                || (bytes[0] == 192 && bytes[1] == 168)
                || (bytes[0] == 192 && bytes[1] == 0)
                || (bytes[0] == 198 && bytes[1] is 18 or 19))

            // Only 2000::/3, and of it neither what leads to other addresses (2002::/16, 2001::/23) nor the examples.
            : (bytes[0] & 0xE0) == 0x20 && bytes is not ([0x20, 0x02, ..] or [0x20, 0x01, 0x00 or 0x01, ..] or [0x20, 0x01, 0x0D, 0xB8, ..]);
    }

    private sealed class NotPublicException : Exception;
}

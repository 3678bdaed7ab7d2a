using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Infrastructure.Accounts;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;

namespace Networks.Web.Tests.Shell;

/// <summary>The service behind a proxy that ends TLS: over plain HTTP here, over HTTPS for the person.</summary>
public sealed partial class ProxyTests
{
    private const string Address = "https://reti.example";

    [Theory]
    [InlineData("")]
    [InlineData("--Networks:Proxies=10.0.0.5, 127.0.0.0/8")]
    public async Task Given_a_known_proxy_when_it_brings_a_request_then_links_redirects_and_cookies_are_those_of_its_address(string proxies)
    {
        await using var app = await App.StartAsync(settings: proxies.Length == 0 ? [$"--Networks:Address={Address}"] : [$"--Networks:Address={Address}", proxies]);
        using var client = Bare(app.Address);

        var page = await client.SendAsync(Forwarded(HttpMethod.Get, "/setup"));
        var redirect = await client.SendAsync(Forwarded(HttpMethod.Get, "/account?x=1"));
        var done = await client.SendAsync(await SetUpAsync(app, page));

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal($"{Address}/sign-in?return=%2Faccount%3Fx%3D1", redirect.Headers.Location!.OriginalString);
        Assert.Equal($"{Address}/sign-in", done.Headers.Location!.OriginalString);
        var cookies = page.Headers.GetValues("Set-Cookie").Concat(done.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Contains(cookies, c => c.StartsWith("__Host-networks-form=", StringComparison.Ordinal));
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.Ordinal));
        Assert.Equal($"{Address}/f/abc", app.Services.GetRequiredService<PublicAddress>().FirmPage("abc").OriginalString);
    }

    [Fact]
    public async Task Given_a_known_proxy_when_a_language_is_chosen_then_that_cookie_is_secure_too()
    {
        await using var app = await App.StartAsync(settings: $"--Networks:Address={Address}");
        using var client = Bare(app.Address);
        var page = await client.SendAsync(Forwarded(HttpMethod.Get, "/setup"));

        var chosen = await client.SendAsync(await PostedAsync(page, "/language", ("language", "en"), ("return", "/setup")));

        Assert.Equal(HttpStatusCode.Found, chosen.StatusCode);
        Assert.Contains("; secure", Assert.Single(chosen.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Networks:Proxies=192.0.2.1")]
    [InlineData("--Networks:Proxies=")]
    public async Task Given_somebody_who_is_no_known_proxy_when_they_say_who_they_forward_then_nothing_of_it_is_believed(string proxies)
    {
        await using var app = await App.StartAsync(settings: proxies);
        using var client = Bare(app.Address);

        var redirect = await client.SendAsync(Forwarded(HttpMethod.Get, "/account"));

        Assert.StartsWith(app.Address.OriginalString, redirect.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(redirect.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Given_a_known_proxy_when_it_forwards_a_host_that_is_not_ours_then_the_redirect_does_not_lead_there()
    {
        await using var app = await App.StartAsync(settings: $"--Networks:Address={Address}");
        using var client = Bare(app.Address);

        var redirect = await client.SendAsync(Forwarded(HttpMethod.Get, "/account", host: "elsewhere.example"));

        Assert.DoesNotContain("elsewhere.example", redirect.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_setting_that_is_no_address_then_the_service_does_not_start_and_says_which()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => App.StartAsync(settings: "--Networks:Proxies=10.0.0.5, proxy.example"));

        Assert.Contains("proxy.example", refused.Message, StringComparison.Ordinal);
    }

    // Cookies are carried by hand: a client would rightly not send a secure one over plain HTTP.
    private static HttpClient Bare(Uri address) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    private static HttpRequestMessage Forwarded(HttpMethod method, string path, string host = "reti.example")
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", host);
        return request;
    }

    private static Task<HttpRequestMessage> SetUpAsync(App app, HttpResponseMessage page) =>
        PostedAsync(page, "/setup", [("_handler", "setup"), ("code", app.Services.GetRequiredService<SetupCode>().Issue()), .. SignedIn.SetupFacts]);

    private static async Task<HttpRequestMessage> PostedAsync(HttpResponseMessage page, string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        var request = Forwarded(HttpMethod.Post, path);
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return request;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

using System.Net;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Shell;

public sealed class ShellTests : IAsyncLifetime
{
    private App _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _client = _app.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/status/403", HttpStatusCode.NotFound)]
    [InlineData("/error", HttpStatusCode.NotFound)]
    [InlineData("/language", HttpStatusCode.NotFound)]
    public async Task Given_an_address_that_shows_nothing_then_the_status_is_true_and_a_page_says_what_to_do(string address, HttpStatusCode status)
    {
        var response = await _client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("Questa pagina non c", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/site.css")]
    [InlineData("/site.js")]
    [InlineData("/health/live")]
    public async Task Given_any_answer_then_it_carries_the_security_headers(string address)
    {
        var headers = (await _client.GetAsync(new Uri(address, UriKind.Relative))).Headers;

        Assert.Equal(SecurityHeaders.ContentPolicy, headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(headers.Contains("Server"));
    }

    [Theory]
    [InlineData("fr-CA,fr;q=0.9", "fr", "Cette page")]
    [InlineData("de,en;q=0.5", "en", "This page")]
    [InlineData("de", "it", "Questa pagina")]
    public async Task Given_a_browser_language_when_nothing_is_chosen_then_the_nearest_of_ours_is_used(string asked, string language, string words)
    {
        _client.DefaultRequestHeaders.Add("Accept-Language", asked);

        var html = await (await _client.GetAsync(new Uri("/nowhere", UriKind.Relative))).Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.Contains(words, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_page_when_its_language_form_is_posted_then_the_choice_holds_and_the_page_comes_back()
    {
        _client.DefaultRequestHeaders.Add("Accept-Language", "fr");

        var response = await _client.PostFormAsync("/nowhere?q=1", "language", "/language", ("language", "en"));

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("/nowhere?q=1", response.Headers.Location!.OriginalString);
        var next = await (await _client.GetAsync(response.Headers.Location)).Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"en\"", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_no_forgery_token_when_the_language_is_posted_then_it_is_refused_with_words()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("language", "en")]);

        var response = await _client.PostAsync(new Uri("/language", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("networks-language", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/networks/1?x=2", "/networks/1?x=2")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/a\nb", "/")]
    [InlineData(null, "/")]
    public void Given_an_address_to_go_back_to_then_only_a_path_of_ours_is_believed(string? address, string expected) =>
        Assert.Equal(expected, LocalAddress.Of(address));

    [Fact]
    public void Given_the_kinds_of_refusal_then_each_has_a_status_of_its_own()
    {
        var statuses = Enum.GetValues<RefusalKind>().Select(RefusalStatus.Of).ToList();

        Assert.Equal([404, 403, 409, 422, 412, 429, 413, 503, 507], statuses);
    }

    [Fact]
    public async Task Given_a_file_address_with_its_content_then_it_may_be_kept_and_without_it_not()
    {
        var html = await (await _client.GetAsync(new Uri("/nowhere", UriKind.Relative))).Content.ReadAsStringAsync();
        var start = html.IndexOf("/site.css?v=", StringComparison.Ordinal);
        var kept = await _client.GetAsync(new Uri(html[start..html.IndexOf('"', start)], UriKind.Relative));
        var asked = await _client.GetAsync(new Uri("/site.css", UriKind.Relative));

        Assert.Contains("immutable", kept.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
        Assert.Equal("no-cache", asked.Headers.GetValues("Cache-Control").Single());
    }
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Infrastructure.Accounts;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Security;

public sealed class SetupTests : IAsyncLifetime
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

    [Fact]
    public async Task Given_an_empty_service_when_set_up_with_the_code_then_the_first_account_is_there_and_the_page_is_not()
    {
        var made = await _app.SetUpAsync(_client);
        var again = await _client.GetAsync(new Uri("/setup", UriKind.Relative));

        Assert.Equal("/sign-in", made.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Given_a_wrong_code_then_nothing_is_made()
    {
        _app.Services.GetRequiredService<SetupCode>().Issue();

        var refused = await _client.PostFormAsync("/setup", "setup", [("code", "AAAA-AAAA-AAAA-AAAA"), .. SignedIn.SetupFacts]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["security.setup-code-wrong"], Html.Codes(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync(new Uri("/setup", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_no_code_was_issued_then_an_empty_code_opens_nothing()
    {
        var refused = await _client.PostFormAsync("/setup", "setup", [("code", ""), .. SignedIn.SetupFacts]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Given_several_mistakes_then_all_are_told_at_once_and_what_was_typed_stays_but_not_the_password()
    {
        var code = _app.Services.GetRequiredService<SetupCode>().Issue();

        var refused = await _client.PostFormAsync("/setup", "setup", ("code", code), ("name", "Ada Conti"), ("email", "ada"), ("password", "corta-cor"));
        var html = await refused.Content.ReadAsStringAsync();

        Assert.Equal(["security.missing-programme", "security.missing-association", "security.missing-desk", "security.email-wrong", "security.password-too-short"], Html.Codes(html));
        Assert.Contains("value=\"Ada Conti\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("corta-cor", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_address_that_people_type_when_the_code_is_told_then_with_that_address_and_not_the_one_listened_on()
    {
        await using var behind = await App.StartAsync(settings: "--Networks:Address=https://reti.example");

        var told = SetupCode.Told(behind.Services, (await SetupCode.IssueIfEmptyAsync(behind.Services))!);

        Assert.Contains(" https://reti.example/setup ", told, StringComparison.Ordinal);
        Assert.DoesNotContain(behind.Address.Authority, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_the_code_then_small_letters_and_spaces_are_forgiven_and_it_works_until_forgotten()
    {
        var code = new SetupCode();
        var issued = code.Issue();

        Assert.True(code.Matches($" {issued.ToLowerInvariant()} "));
        Assert.False(code.Matches(issued[..^1]));
        Assert.False(code.Matches(null));
        code.Forget();
        Assert.False(code.Matches(issued));
    }
}

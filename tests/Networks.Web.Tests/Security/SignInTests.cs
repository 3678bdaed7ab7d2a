using System.Net;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Security;

public sealed class SignInTests : IAsyncLifetime
{
    private App _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _client = _app.Client();
        await _app.SetUpAsync(_client);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Given_nobody_is_signed_in_when_a_page_of_the_desk_is_opened_then_sign_in_comes_first_and_remembers_it()
    {
        var response = await _client.GetAsync(new Uri("/account?x=1", UriKind.Relative));

        Assert.Equal("/sign-in?return=%2Faccount%3Fx%3D1", response.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Given_a_new_account_when_only_the_password_is_given_then_nothing_is_open_yet()
    {
        var step = await _client.PasswordAsync(SignedIn.Email, SignedIn.Password);

        Assert.Equal("/sign-in/enrol", step.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Given_the_phone_is_connected_then_ten_codes_are_shown_and_the_person_is_in()
    {
        var (_, codes) = await _client.EnrolAsync(SignedIn.Email, SignedIn.Password);

        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Given_a_connected_phone_when_the_password_alone_is_known_then_the_secret_is_never_shown_again()
    {
        await _client.EnrolAsync(SignedIn.Email, SignedIn.Password);
        using var thief = _app.Client();

        var step = await thief.PasswordAsync(SignedIn.Email, SignedIn.Password);
        var enrol = await thief.GetAsync(new Uri("/sign-in/enrol", UriKind.Relative));

        Assert.Equal("/sign-in/second-factor", step.Headers.Location!.AbsolutePath);
        Assert.Equal("/sign-in", enrol.Headers.Location!.AbsolutePath);
        Assert.DoesNotContain("data-secret", await enrol.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_code_of_the_app_when_it_comes_a_second_time_then_it_is_refused()
    {
        var (secret, _) = await _client.EnrolAsync(SignedIn.Email, SignedIn.Password);
        var used = Totp.Step;
        using var other = _app.Client();
        await other.PasswordAsync(SignedIn.Email, SignedIn.Password);

        var reused = await other.PostFormAsync("/sign-in/second-factor", "code", ("code", Totp.CodeOf(secret, used)));
        var next = await other.PostFormAsync("/sign-in/second-factor", "code", ("code", Totp.CodeOf(secret, used + 1)));

        Assert.Equal(["security.code-wrong"], Html.Codes(await reused.Content.ReadAsStringAsync()));
        Assert.Equal("/", next.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Given_a_recovery_code_then_it_opens_once()
    {
        var (_, codes) = await _client.EnrolAsync(SignedIn.Email, SignedIn.Password);

        Assert.Equal(HttpStatusCode.Found, (await RecoverAsync(codes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RecoverAsync(codes[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await RecoverAsync(codes[1])).StatusCode);
    }

    [Fact]
    public async Task Given_unknown_wrong_and_locked_then_the_answer_is_the_same()
    {
        var unknown = await RefusedAsync("nobody@desk-lecco.example", SignedIn.Password);
        var wrong = await RefusedAsync(SignedIn.Email, "un'altra password lunga");
        for (var i = 0; i < 4; i++)
        {
            await RefusedAsync(SignedIn.Email, "un'altra password lunga");
        }

        var locked = await RefusedAsync(SignedIn.Email, SignedIn.Password);

        Assert.Equal(["security.sign-in-refused"], unknown);
        Assert.Equal(unknown, wrong);
        Assert.Equal(unknown, locked);
    }

    [Fact]
    public async Task Given_a_session_when_signed_out_then_it_is_over()
    {
        await _client.EnrolAsync(SignedIn.Email, SignedIn.Password);

        var bye = await _client.PostFormAsync("/sign-out", "sign-out");

        Assert.Equal("/sign-in", bye.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.Found, (await GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Given_the_service_without_the_verb_demo_then_choosing_a_person_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/demo")).StatusCode);

    private Task<HttpResponseMessage> GetAsync(string address) => _client.GetAsync(new Uri(address, UriKind.Relative));

    private async Task<HttpResponseMessage> RecoverAsync(string code)
    {
        using var client = _app.Client();
        await client.PasswordAsync(SignedIn.Email, SignedIn.Password);
        return await client.PostFormAsync("/sign-in/recovery", "recovery", ("code", code));
    }

    private async Task<IReadOnlyList<string>> RefusedAsync(string email, string password)
    {
        using var client = _app.Client();
        var response = await client.PasswordAsync(email, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return Html.Codes(await response.Content.ReadAsStringAsync());
    }
}

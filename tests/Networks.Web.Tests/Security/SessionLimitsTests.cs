using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Security;

/// <summary>A session ends after half an hour without a request, and after twelve hours in any case.</summary>
public sealed class SessionLimitsTests
{
    private static readonly Uri _page = new("/account", UriKind.Relative);
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Given_a_session_when_half_an_hour_passes_without_a_request_then_it_is_over()
    {
        await using var desk = await DeskApp.StartAsync();
        using var early = await desk.ClientAsync(desk.Given.Lecco);
        using var late = await desk.ClientAsync(desk.Given.Como);

        desk.Given.Clock.Advance(TimeSpan.FromMinutes(30) - _second);
        var before = await StatusAsync(early);
        desk.Given.Clock.Advance(_second + _second);
        var after = await late.GetAsync(_page);

        Assert.Equal(HttpStatusCode.OK, before);
        Assert.Equal("/demo?return=%2Faccount", after.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Given_a_request_before_the_half_hour_then_the_half_hour_begins_again()
    {
        await using var desk = await DeskApp.StartAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);

        // Also a request soon after the sign-in counts: 5 + 29 is more than half an hour.
        foreach (var minutes in new[] { 5, 29, 1, 29, 29 })
        {
            desk.Given.Clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        }
    }

    [Fact]
    public async Task Given_a_busy_session_when_twelve_hours_have_passed_then_it_is_over_and_a_new_sign_in_begins_another()
    {
        await using var desk = await DeskApp.StartAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        for (var quarter = 0; quarter < 12 * 4; quarter++)
        {
            desk.Given.Clock.Advance(TimeSpan.FromMinutes(15));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        }

        desk.Given.Clock.Advance(_second);
        var over = await StatusAsync(client);
        var stillOver = await StatusAsync(client);
        await client.PostFormAsync("/demo", "become", ("person", $"{desk.Given.Lecco.Id.Value}"));
        desk.Given.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (over, stillOver));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
    }

    [Fact]
    public async Task Given_a_setting_of_five_minutes_then_a_session_without_a_request_is_over_after_them()
    {
        await using var desk = await DeskApp.StartAsync(settings: "--Networks:Session:IdleMinutes=5");
        using var client = await desk.ClientAsync(desk.Given.Lecco);

        desk.Given.Clock.Advance(TimeSpan.FromMinutes(4));
        var before = await StatusAsync(client);
        desk.Given.Clock.Advance(TimeSpan.FromMinutes(5) + _second);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (before, await StatusAsync(client)));
    }

    [Fact]
    public async Task Given_a_password_without_its_code_when_ten_minutes_have_passed_then_the_password_is_asked_again()
    {
        var clock = Given.StartingClock();
        await using var app = await App.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var client = app.Client();
        await app.SetUpAsync(client);
        await client.PasswordAsync(SignedIn.Email, SignedIn.Password);
        var enrol = new Uri("/sign-in/enrol", UriKind.Relative);

        clock.Advance(TimeSpan.FromMinutes(10) - _second);
        var before = await client.GetAsync(enrol);
        clock.Advance(_second + _second);
        var after = await client.GetAsync(enrol);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("/sign-in", after.Headers.Location!.AbsolutePath);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client) => (await client.GetAsync(_page)).StatusCode;
}

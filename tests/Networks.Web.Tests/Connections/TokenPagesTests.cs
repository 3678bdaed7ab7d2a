using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data.Connections;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Connections;

public sealed partial class TokenPagesTests
{
    [Fact]
    public async Task Given_a_key_made_for_a_colleague_when_the_pages_are_followed_then_the_colleague_alone_sees_the_secret_and_once()
    {
        await using var desk = await DeskApp.StartAsync();
        await desk.Given.WriteAsync(async db => (await db.Officers.SingleAsync(o => o.Id == desk.Given.Lecco.Id)).Roles |= OfficerRoles.Administrator);
        using var administrator = await desk.ClientAsync(desk.Given.Lecco);
        using var colleague = await desk.ClientAsync(desk.Given.Como);

        using var made = await administrator.PostFormAsync("/connections/new", "token",
            ("name", "Gestionale"), ("person", $"{desk.Given.Como.Id.Value}"), ("scopes", nameof(ApiScopes.NetworksRead)), ("last-day", "2026-12-31"));
        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        var list = await administrator.GetStringAsync(new Uri("/connections", UriKind.Relative));
        Assert.DoesNotMatch(Secret(), list);
        Assert.Contains("aspetta la persona", list, StringComparison.Ordinal);
        var key = await desk.Given.ReadAsync(db => db.ApiTokens.Select(t => t.Id).SingleAsync());

        using var taken = await colleague.PostFormAsync("/account", $"take-{key}");
        var secret = Secret().Match(await taken.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.Equal("no-store", taken.Headers.CacheControl?.ToString());
        using var program = new ApiClient(desk.App.Address, secret);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/networks")).Status);

        var account = await colleague.GetStringAsync(new Uri("/account", UriKind.Relative));
        Assert.DoesNotContain(secret, account, StringComparison.Ordinal);
        using var ended = await colleague.PostFormAsync("/account", $"end-{key}");
        Assert.Equal(HttpStatusCode.Found, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/networks")).Status);
    }

    [GeneratedRegex("data-secret[^>]*>([A-Za-z0-9_-]{43})<")]
    private static partial Regex Secret();
}

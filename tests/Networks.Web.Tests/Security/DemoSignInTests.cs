using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Security;

public sealed partial class DemoSignInTests
{
    [Fact]
    public async Task Given_the_demo_when_a_person_is_chosen_then_one_is_that_person()
    {
        await using var app = await App.StartAsync(builder => builder.Services.AddSingleton(RunMode.Demonstration));
        using var client = app.Client();
        await app.SetUpAsync(client);
        var html = await client.GetStringAsync(new Uri("/demo", UriKind.Relative));

        var chosen = await client.PostFormAsync("/demo", "become", ("person", Person().Match(html).Groups[1].Value));
        var own = await client.GetStringAsync(new Uri("/account", UriKind.Relative));

        Assert.Equal("/", chosen.Headers.Location!.AbsolutePath);
        Assert.Contains(SignedIn.Email, own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_demo_when_nobody_of_the_list_is_chosen_then_nobody_is_signed_in()
    {
        await using var app = await App.StartAsync(builder => builder.Services.AddSingleton(RunMode.Demonstration));
        using var client = app.Client();

        var refused = await client.PostFormAsync("/demo", "become", ("person", Guid.Empty.ToString()));

        Assert.Equal(["security.demo-refused"], Html.Codes(await refused.Content.ReadAsStringAsync()));
        var account = await client.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal("/demo?return=%2Faccount", account.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_the_page_of_the_demo_then_it_is_accessible(int width)
    {
        await Browser.RequireAsync();
        await using var app = await App.StartAsync(builder => builder.Services.AddSingleton(RunMode.Demonstration));
        using var client = app.Client();
        await app.SetUpAsync(client);
        var page = await Browser.PageAsync(app, width);

        await page.GotoAsync("/demo");

        await page.AssertAccessibleAsync();
        await page.PictureAsync($"security-demo-{width}");
    }

    [GeneratedRegex("name=\"person\" value=\"([^\"]+)\"")]
    private static partial Regex Person();
}

using Microsoft.Playwright;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>One person at a browser in a walk: every page that is passed is checked and kept as a picture.</summary>
internal sealed class Visit(IPage page, int limitBytes)
{
    /// <summary>A page of a desk weighs at most so much, with style and script.</summary>
    public const int DeskBytes = 60 * 1024;

    /// <summary>The page of a firm on its phone.</summary>
    public const int FirmBytes = 200 * 1024;

    public IPage Page { get; } = Patient(page);

    /// <summary>Accessible, light, without a missing word; kept as a picture.</summary>
    public async Task PassAsync(string picture)
    {
        await Page.AssertAccessibleAsync();
        var bytes = await Page.EvaluateAsync<int>("[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, e) => sum + e.encodedBodySize, 0)");
        Assert.True(bytes > 1000 && bytes <= limitBytes, $"{Page.Url} weighs {bytes} bytes");
        Assert.DoesNotMatch(@"\[[a-z-]+\.[a-z-]+\]", await Page.Locator("body").InnerTextAsync());
        await Page.PictureAsync(picture);
    }

    /// <summary>From Oggi to the act that waits there.</summary>
    /// <param name="address">Part of the address of the row's button.</param>
    public async Task TakeUpAsync(string address)
    {
        await Page.GotoAsync("/");
        await Page.Locator($"main [data-row] a.button[href*='{address}']").First.ClickAsync();
        await Assertions.Expect(Page.Locator("main h1")).ToBeVisibleAsync();
    }

    public Task FillAsync(string form, params (string Name, string Value)[] fields) => FillAsync(Page.Locator($"#form-{form}"), fields);

    public async Task ChooseAsync(string form, string name, string value) =>
        await Page.Locator($"#form-{form} label:has(input[name='{name}'][value='{value}'])").First.ClickAsync();

    /// <summary>Sends the form and expects that it was taken: the next page has no error.</summary>
    public async Task SendAsync(string form, string button = "button.primary:not([hidden])", int seconds = 45)
    {
        var from = Page.Url;
        IResponse answer = null!;
        await Page.LeaveAsync(async () => answer = await Page.RunAndWaitForResponseAsync(
            () => Page.Locator($"#form-{form} {button}").First.ClickAsync(),
            response => response.Request is { Method: "POST", IsNavigationRequest: true },
            new PageRunAndWaitForResponseOptions { Timeout = seconds * 1000 }));
        var errors = await Page.Locator("main [data-code]").AllInnerTextsAsync();
        Assert.True(answer.Status < 400, $"{from} answered {answer.Status}: {string.Join(" | ", errors)}");
    }

    // Three browsers and a service share what may be two processors.
    private static IPage Patient(IPage page)
    {
        page.SetDefaultTimeout(45_000);
        return page;
    }

    private static async Task FillAsync(ILocator form, (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = form.Locator($"[name='{name}']").First;
            switch (await field.EvaluateAsync<string>("e => e.type"))
            {
                case "select-one":
                    await field.SelectOptionAsync(value);
                    break;
                case "checkbox":
                    await field.CheckAsync();
                    break;
                default:
                    await field.FillAsync(value);
                    break;
            }
        }
    }
}

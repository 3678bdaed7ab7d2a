using Xunit.Sdk;

namespace Networks.Web.Tests.Support;

/// <summary>The judge of all pages, judged.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task Given_a_page_with_a_fault_when_axe_looks_then_the_fault_and_its_place_are_named()
    {
        var browser = await Browser.RequireAsync();
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<html lang=it><title>Prova</title><main><h1>Prova</h1><img src='data:,' id=nameless></main>");

        var told = await Assert.ThrowsAsync<TrueException>(page.AssertAccessibleAsync);

        Assert.Contains("image-alt: <img", told.Message, StringComparison.Ordinal);
        Assert.Contains("nameless", told.Message, StringComparison.Ordinal);
        await page.CloseAsync();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Screens;

/// <summary>
/// Every screen on the demo's data, at the width of a desk and of a phone: accessible, nothing sideways, not too heavy.
/// <c>eng/screenshots</c> runs this to make the pictures of the documentation.
/// </summary>
public sealed class DemoScreensTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const int _deskPageBytes = 60 * 1024;
    private const int _firmPageBytes = 200 * 1024;

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_the_demo_when_an_officer_of_lecco_looks_then_every_screen_is_accessible_and_light(int width)
    {
        var page = await demo.PageAsync(OfficerRoles.Desk, "Lecco", width);
        var stamps = await CaseAsync("Rete Stampi Lecco-Monza");
        var paint = await CaseAsync("Rete Vernici Lecco");
        var robots = await CaseAsync("Rete Robot Lecco");
        var filing = await demo.ReadAsync(db => db.Filings.Where(f => f.CaseId == new Data.CaseId(stamps) && f.Status == FilingStatus.Sent).Select(f => f.Id).FirstAsync());
        var firm = await demo.ReadAsync(db => db.Participants.Where(p => p.CaseId == new Data.CaseId(paint)).OrderBy(p => p.Order).Select(p => p.Id).FirstAsync());

        await LookAsync(page, "/", "today", width);
        await LookAsync(page, "/networks", "networks", width);
        await LookAsync(page, "/networks/new", "new-network", width);
        await LookAsync(page, $"/networks/{stamps}", "network", width);
        await LookAsync(page, $"/networks/{stamps}/note", "note", width);
        await LookAsync(page, $"/networks/{stamps}/close", "close", width);
        await LookAsync(page, $"/networks/{robots}/kind", "kind", width);
        await LookAsync(page, $"/networks/{robots}/complete-intake", "complete-intake", width);
        await LookAsync(page, $"/networks/{robots}/add-firm", "add-firm", width);
        await LookAsync(page, $"/networks/{paint}/firms/{firm.Value}", "firm", width);
        await LookAsync(page, $"/networks/{paint}/firms/{firm.Value}/remove", "remove-firm", width);
        await LookAsync(page, $"/networks/{paint}/terms", "terms", width);
        await LookAsync(page, $"/networks/{paint}/contract", "contract", width);
        await LookAsync(page, $"/networks/{paint}/round", "round", width);
        await LookAsync(page, $"/networks/{stamps}/signing", "signing", width);
        await LookAsync(page, $"/networks/{stamps}/filings", "filings", width);
        await LookAsync(page, $"/networks/{stamps}/filings/{filing.Value}", "filing", width);
        await LookAsync(page, $"/networks/{stamps}/filings/{filing.Value}/sheet", "filing-sheet", width);
        await LookAsync(page, $"/networks/{stamps}/effect", "effect", width);
        await LookAsync(page, "/outbox", "outbox", width);
        await LookAsync(page, "/account", "account", width);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_the_demo_when_a_firm_opens_its_link_then_its_page_is_accessible_and_light(int width)
    {
        var paint = new Data.CaseId(await CaseAsync("Rete Vernici Lecco"));
        var body = await demo.ReadAsync(db => db.Outbox.Where(m => m.CaseId == paint && m.Kind == "drafting.round-opened").OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
        var link = System.Text.RegularExpressions.Regex.Match(body, "/f/[A-Za-z0-9_-]+").Value;
        var page = await Browser.PageAsync(demo.Address, width);

        await LookAsync(page, link, "firm-page", width, _firmPageBytes);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_the_demo_when_the_administrator_looks_then_people_and_service_are_accessible(int width)
    {
        var page = await demo.PageAsync(OfficerRoles.Administrator, "", width);

        await LookAsync(page, "/people", "people", width);
        await LookAsync(page, "/service", "service", width);
        await LookAsync(page, "/service/procedure", "procedure", width);
    }

    private async Task<Guid> CaseAsync(string name) =>
        (await demo.ReadAsync(db => db.EnterpriseNetworks.Where((EnterpriseNetwork n) => n.Name == name).Select(n => n.CaseId).SingleAsync())).Value;

    private static async Task LookAsync(IPage page, string path, string name, int width, int mostBytes = _deskPageBytes)
    {
        var answer = await page.GotoAsync(path);
        Assert.Equal(200, answer!.Status);
        var bytes = (await answer.BodyAsync()).Length;
        Assert.True(bytes <= mostBytes, $"{path} weighs {bytes} bytes");
        await page.PictureAsync($"{name}-{width}");
        await page.AssertAccessibleAsync();
    }
}

using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>J11, the lead: what is stalled and with whom in one click, the report of the month in two.</summary>
public sealed class MonthReportJourneyTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Given_the_lead_at_today_when_the_report_is_wanted_then_the_stalled_are_one_click_away_and_the_file_two_more()
    {
        await Browser.RequireAsync();
        var page = await Browser.PageAsync(demo.Address);
        await page.BecomeAsync((await LeadAsync()).Value);
        await page.GotoAsync("/");

        await page.LeaveAsync(() => page.Locator("nav a[href='/region']").ClickAsync());
        var first = page.Locator("#stopped ~ .sheet tbody tr").First;
        await Assertions.Expect(first.Locator("td").Last).ToContainTextAsync(":");

        await page.LeaveAsync(() => page.Locator("a.button[href='/region/report']").ClickAsync());
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a.primary[download]").ClickAsync());

        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Given_the_picture_then_what_is_held_up_is_one_click_away_and_a_subscription_two()
    {
        await Browser.RequireAsync();
        var page = await Browser.PageAsync(demo.Address);
        await page.BecomeAsync((await LeadAsync()).Value);
        await page.GotoAsync("/region");
        await Assertions.Expect(page.Locator("#calls ~ ul li[data-row]").First).ToContainTextAsync("Reti e filiere che innovano");

        await page.LeaveAsync(() => page.Locator("a.primary").First.ClickAsync());
        await Assertions.Expect(page.Locator("tbody tr").First).ToBeVisibleAsync();

        await page.GotoAsync("/region");
        await page.LeaveAsync(() => page.Locator("a.button[href='/region/mail']").ClickAsync());
        await page.LeaveAsync(() => page.Locator("main button.primary").ClickAsync());
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Quadro");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Given_a_chart_when_it_is_walked_by_keyboard_then_each_point_is_said_and_enter_opens_its_list()
    {
        await Browser.RequireAsync();
        var page = await Browser.PageAsync(demo.Address);
        await page.BecomeAsync((await LeadAsync()).Value);
        await page.GotoAsync("/region");

        var chart = page.Locator("[data-walk]").First;
        await chart.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(chart.Locator("[data-walk-said]")).ToContainTextAsync(": 1");
        await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("reti nell’elenco");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Given_the_report_when_both_files_are_taken_then_they_are_a_workbook_without_formulas_and_a_pdf()
    {
        using var client = await demo.ClientAsync(await LeadAsync());

        using var book = await client.GetAsync(new Uri("/region/report.xlsx", UriKind.Relative));
        using var paper = await client.GetAsync(new Uri("/region/report.pdf", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (book.StatusCode, paper.StatusCode));
        await using var bytes = await book.Content.ReadAsStreamAsync();
        using var zip = new ZipArchive(bytes);
        var sheets = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ToList();
        Assert.True(sheets.Count >= 6);
        foreach (var sheet in sheets)
        {
            using var reader = new StreamReader(await sheet.OpenAsync());
            Assert.DoesNotContain("<x:f>", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await paper.Content.ReadAsByteArrayAsync())[..8]), StringComparison.Ordinal);
    }

    private Task<OfficerId> LeadAsync() =>
        demo.ReadAsync(db => db.Officers.Where(o => o.Roles == OfficerRoles.Lead && db.Cases.Any(c => db.Associations.Any(a => a.Id == o.AssociationId && a.ProgrammeId == c.ProgrammeId))).Select(o => o.Id).FirstAsync());
}

using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;

namespace Networks.Web.Tests.Screens;

/// <summary>
/// Every screen on the demo's data, at the width of a desk and of a phone: accessible, nothing sideways, not too heavy.
/// <c>eng/screenshots</c> runs this to make the pictures of the documentation, named by their pages.
/// </summary>
public sealed partial class DemoScreensTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private const int _deskPageBytes = 60 * 1024;
    private const int _firmPageBytes = 200 * 1024;

    /// <summary>A page that carries pictures, of a procedure or of the programme, and the same as tables.</summary>
    private const int _picturePageBytes = 100 * 1024;

    private static readonly string[] _picturePages = ["show-case-procedure", "region"];

    /// <summary>What people take to a meeting or put into a file.</summary>
    private static readonly string[] _printedPages =
        ["show-case", "show-sheet", "show-history", "show-case-procedure", "show-filings", "list-networks", "list-firms", "region", "list-region", "show-indicators", "month-report", "today"];

    /// <summary>The networks with most to show, each where its story stands; the others follow as the demo numbers them.</summary>
    private static readonly (string Network, string[] Pages)[] _best =
    [
        ("Rete Stampi Lecco-Monza", ["show-case", "record-note", "close-case", "show-filings", "send-filing", "record-outcome", "show-sheet", "confirm-effect", "case-mail", "show-case-procedure", "move-case"]),
        ("Rete Vernici Lecco", ["edit-firm", "remove-firm", "terms", "contract", "show-round", "firm-in-round", "show-history"]),
        ("Rete Torni Vigevano", ["show-signing", "upload-signed", "accept-signed"]),
        ("Rete Legno Cantù", ["correct-fact"]),
        ("Rete Export Milano", ["open-approval-round"]),
        ("Rete Logistica Nord", ["confirm-firm"]),
        ("Rete Automazioni Pavesi", ["open-accession", "open-amendment", "open-closing"]),
        ("Rete Robot Lecco", ["choose-kind", "complete-intake", "add-firm", "find-partners", "ask-introduction"]),
    ];

    [Fact]
    public async Task Given_the_demo_when_officers_look_then_every_screen_is_accessible_and_light()
    {
        await Browser.RequireAsync();
        var addresses = await DemoAddresses.ReadAsync(demo);
        var screens = new List<(string Name, PageAddress Address)>();
        var clients = new Dictionary<OfficerId, HttpClient>();
        var networks = await demo.ReadAsync(db => db.EnterpriseNetworks.ToDictionaryAsync((EnterpriseNetwork n) => n.Name, n => $"{n.CaseId.Value}"));
        var officers = await demo.ReadAsync(db => db.Officers.Where(o => !o.IsDisabled).OrderBy(o => o.Email).ToListAsync());
        var administrator = officers.First(o => o.Roles.HasFlag(OfficerRoles.Administrator)).Id;
        foreach (var page in DemoAddresses.Pages(demo.Services))
        {
            var name = NameOf(page);
            var best = _best.Where(b => b.Pages.Contains(name)).Select(b => networks[b.Network]).FirstOrDefault() ?? "none";
            screens.Add((name, await FirstThatOpensAsync(addresses.Of(page).SelectMany(tried => tried).OrderByDescending(a => a.Path.Contains(best, StringComparison.Ordinal) || (name == "administration" && a.Officer == administrator)), clients)));
        }

        Assert.True(screens.Count >= 35, $"only {screens.Count} screens");
        Assert.Equal(screens.Count, screens.Select(s => s.Name).Distinct().Count());
        var unreadable = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(screens.GroupBy(s => s.Address.Officer), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (theirs, _) =>
        {
            var page = await Browser.PageAsync(demo.Address);
            await page.BecomeAsync(theirs.Key.Value);
            foreach (var (name, address) in theirs)
            {
                foreach (var fault in await LookAsync(page, address.Path, name, _picturePages.Contains(name) ? _picturePageBytes : _deskPageBytes))
                {
                    unreadable.Add(fault);
                }
            }

            await page.Context.CloseAsync();
        });
        Assert.True(unreadable.IsEmpty, string.Join("\n", unreadable));
    }

    [Fact]
    public async Task Given_the_demo_when_a_firm_opens_its_link_then_its_page_is_accessible_and_light()
    {
        var paint = await demo.ReadAsync(db => db.EnterpriseNetworks.Where((EnterpriseNetwork n) => n.Name == "Rete Vernici Lecco").Select(n => n.CaseId).SingleAsync());
        var body = await demo.ReadAsync(db => db.Outbox.Where(m => m.CaseId == paint && m.Kind == "drafting.round-opened").OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
        var page = await Browser.PageAsync(demo.Address);

        Assert.Empty(await LookAsync(page, FirmLink().Match(body).Value, "firm", _firmPageBytes));
    }

    /// <summary><c>ShowFilingsPage</c> is <c>show-filings</c>.</summary>
    private static string NameOf(RouteEndpoint page) =>
        Capitals().Replace(page.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type.Name.Replace("Page", "", StringComparison.Ordinal), "-$1").TrimStart('-').ToLowerInvariant();

    private async Task<PageAddress> FirstThatOpensAsync(IEnumerable<PageAddress> tried, Dictionary<OfficerId, HttpClient> clients)
    {
        foreach (var address in tried)
        {
            if (!clients.TryGetValue(address.Officer, out var client))
            {
                clients[address.Officer] = client = await demo.ClientAsync(address.Officer);
            }

            using var answer = await client.GetAsync(new Uri(address.Path, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return address;
            }
        }

        throw new InvalidOperationException("The demo has no address that opens this page: EveryPageTests says which.");
    }

    /// <returns>What cannot be read in the dark or on paper.</returns>
    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, string path, string name, int mostBytes)
    {
        var answer = await page.GotoAsync(path);
        Assert.Equal(200, answer!.Status);
        var bytes = (await answer.BodyAsync()).Length;
        Assert.True(bytes <= mostBytes, $"{path} weighs {bytes} bytes");
        foreach (var (width, height) in new[] { (360, 740), (1280, 800) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.PictureAsync($"{name}-{width}");
            await page.AssertAccessibleAsync();
        }

        return [.. await page.FaintInTheDarkAsync(name), .. _printedPages.Contains(name) ? await page.WrongOnPaperAsync(name) : []];
    }

    [GeneratedRegex("/f/[A-Za-z0-9_-]+")]
    private static partial Regex FirmLink();

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capitals();
}

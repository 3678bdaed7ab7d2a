using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Screens;

/// <summary>Every page that an officer can open, on the demo's data, without script, in every language.</summary>
public sealed class EveryPageTests(DemoApp demo) : IClassFixture<DemoApp>
{
    /// <summary>Addresses that are looked at for one page in one case; the first of many firms or entries tell enough.</summary>
    private const int _mostOfOnePage = 2;

    /// <summary>Headings of names ("X in Y" is Italian and English) and of the mail's own subject.</summary>
    private static readonly HashSet<string> _sameHeading = ["/networks/{Id:guid}/firms/{Participant:guid}", "/outbox/{Id:guid}"];

    /// <summary>Where nobody is signed in yet there is nowhere to go.</summary>
    private static readonly HashSet<string> _noNavigation = ["/demo"];

    private readonly ConcurrentDictionary<OfficerId, Lazy<Task<HttpClient>>> _clients = new();

    [Fact]
    public async Task Given_the_demo_when_every_page_is_opened_in_every_language_then_it_speaks_that_language_alone()
    {
        var addresses = await DemoAddresses.ReadAsync(demo);
        var pages = DemoAddresses.Pages(demo.Services);
        var wrong = new ConcurrentBag<string>();
        var open = new ConcurrentBag<(RouteEndpoint Page, PageAddress Address)>();
        var said = new ConcurrentBag<(RouteEndpoint Page, PageAddress Address, string Heading, string Navigation)>();
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = 3 };
        await SpeakAsync(Words.Italian);
        await Parallel.ForEachAsync(pages, atOnce, async (page, _) =>
        {
            var found = new List<PageAddress>();
            foreach (var tried in addresses.Of(page))
            {
                found.AddRange(await FirstThatOpenAsync(tried, (address, html) => said.Add(Judge(page, address, Words.Italian, html, wrong))));
            }

            found.ForEach(address => open.Add((page, address)));
            if (found.Count == 0)
            {
                wrong.Add($"{page.RoutePattern.RawText}: the demo has no address that opens it");
            }
        });

        // The language is the account's: everybody's is changed, then everything is opened once more.
        foreach (var language in Words.Languages.Where(l => l.Name != Words.Italian.Name))
        {
            await SpeakAsync(language);
            await Parallel.ForEachAsync(open, atOnce, async (one, _) => said.Add(await LookAsync(one.Page, one.Address, language, wrong)));
        }

        await SpeakAsync(Words.Italian);
        foreach (var one in said.GroupBy(s => (s.Page, s.Address)))
        {
            Compare(one.Key.Page, [.. one.Select(s => (s.Heading, s.Navigation))], wrong);
        }

        var opened = open.Count;
        Assert.True(pages.Count >= 35 && opened >= 200 && Spoken.Known > 1000, $"only {pages.Count} pages, {opened} addresses, {Spoken.Known} sentences");
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong.Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Given_the_demo_when_the_pages_of_mailed_links_are_opened_then_each_kind_is_there_and_speaks_its_language()
    {
        var bodies = await demo.ReadAsync(async db => await db.Outbox.OrderByDescending(m => m.CreatedAt).Where(m => m.Language == "it").Select(m => m.Body).ToListAsync());
        using var nobody = new SessionClient(demo.Address, new CookieContainer());
        foreach (var (kind, pattern) in new[] { ("vote", "/v/[A-Za-z0-9_-]{43}"), ("pulse", "/f/[A-Za-z0-9_-]{43}/pulse"), ("round", "/f/[A-Za-z0-9_-]{43}") })
        {
            var links = bodies.SelectMany(b => Regex.Matches(b, pattern).Select(m => m.Value)).Take(3).ToList();
            Assert.True(links.Count > 0, $"the demo has no link of a {kind}");
            foreach (var link in links)
            {
                using var answer = await nobody.GetAsync(new Uri(link, UriKind.Relative));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Empty(Spoken.Faults(await answer.Content.ReadAsStringAsync(), Words.Italian));
            }
        }
    }

    private async Task<List<PageAddress>> FirstThatOpenAsync(IEnumerable<PageAddress> tried, Action<PageAddress, string> opened)
    {
        var open = new List<PageAddress>();
        foreach (var address in tried)
        {
            using var answer = await AskAsync(address);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                open.Add(address);
                opened(address, await answer.Content.ReadAsStringAsync());
            }

            if (open.Count == _mostOfOnePage)
            {
                break;
            }
        }

        return open;
    }

    private Task<int> SpeakAsync(CultureInfo language) =>
        demo.ReadAsync(db => db.Officers.ExecuteUpdateAsync(set => set.SetProperty(o => o.Language, language.TwoLetterISOLanguageName)));

    private async Task<(RouteEndpoint Page, PageAddress Address, string Heading, string Navigation)> LookAsync(RouteEndpoint page, PageAddress address, CultureInfo language, ConcurrentBag<string> wrong)
    {
        using var answer = await AskAsync(address);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            wrong.Add($"{page.RoutePattern.RawText} in {language.Name}: answers {(int)answer.StatusCode}");
        }

        return Judge(page, address, language, await answer.Content.ReadAsStringAsync(), wrong);
    }

    private static (RouteEndpoint Page, PageAddress Address, string Heading, string Navigation) Judge(RouteEndpoint page, PageAddress address, CultureInfo language, string html, ConcurrentBag<string> wrong)
    {
        foreach (var fault in Spoken.Faults(html, language))
        {
            wrong.Add($"{page.RoutePattern.RawText} in {language.Name}: {fault}");
        }

        var (heading, navigation) = Spoken.Of(html);
        return (page, address, heading, navigation);
    }

    private static void Compare(RouteEndpoint page, IReadOnlyList<(string Heading, string Navigation)> said, ConcurrentBag<string> wrong)
    {
        if (said.Select(s => s.Navigation).Distinct().Count() != Words.Languages.Count && !_noNavigation.Contains(page.RoutePattern.RawText!))
        {
            wrong.Add($"{page.RoutePattern.RawText}: the same navigation in two languages");
        }

        if (said.Select(s => s.Heading).Distinct().Count() != Words.Languages.Count && !_sameHeading.Contains(page.RoutePattern.RawText!))
        {
            wrong.Add($"{page.RoutePattern.RawText}: the heading {string.Join(" | ", said.Select(s => s.Heading))}");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(PageAddress address)
    {
        var client = await _clients.GetOrAdd(address.Officer, who => new Lazy<Task<HttpClient>>(() => demo.ClientAsync(who))).Value;
        return await client.GetAsync(new Uri(address.Path, UriKind.Relative));
    }
}

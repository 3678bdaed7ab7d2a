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

    private readonly ConcurrentDictionary<(OfficerId, string), Lazy<Task<HttpClient>>> _clients = new();

    [Fact]
    public async Task Given_the_demo_when_every_page_is_opened_in_every_language_then_it_speaks_that_language_alone()
    {
        var addresses = await DemoAddresses.ReadAsync(demo);
        var pages = DemoAddresses.Pages(demo.Services);
        var wrong = new ConcurrentBag<string>();
        var opened = 0;
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (page, _) =>
        {
            var looked = 0;
            foreach (var tried in addresses.Of(page))
            {
                foreach (var address in await FirstThatOpenAsync(tried))
                {
                    looked++;
                    await LookAsync(page, address, wrong);
                }
            }

            Interlocked.Add(ref opened, looked);
            if (looked == 0)
            {
                wrong.Add($"{page.RoutePattern.RawText}: the demo has no address that opens it");
            }
        });

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

    private async Task<List<PageAddress>> FirstThatOpenAsync(IEnumerable<PageAddress> tried)
    {
        var open = new List<PageAddress>();
        foreach (var address in tried)
        {
            using var answer = await AskAsync(address, Words.Italian);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                open.Add(address);
            }

            if (open.Count == _mostOfOnePage)
            {
                break;
            }
        }

        return open;
    }

    private async Task LookAsync(RouteEndpoint page, PageAddress address, ConcurrentBag<string> wrong)
    {
        var said = new Dictionary<string, (string Heading, string Navigation)>(StringComparer.Ordinal);
        foreach (var language in Words.Languages)
        {
            using var answer = await AskAsync(address, language);
            var html = await answer.Content.ReadAsStringAsync();
            said[language.Name] = Spoken.Of(html);
            foreach (var fault in answer.StatusCode == HttpStatusCode.OK ? Spoken.Faults(html, language) : [$"answers {(int)answer.StatusCode}"])
            {
                wrong.Add($"{page.RoutePattern.RawText} in {language.Name}: {fault}");
            }
        }

        if (said.Values.Select(s => s.Navigation).Distinct().Count() != Words.Languages.Count && !_noNavigation.Contains(page.RoutePattern.RawText!))
        {
            wrong.Add($"{page.RoutePattern.RawText}: the same navigation in two languages");
        }

        if (said.Values.Select(s => s.Heading).Distinct().Count() != Words.Languages.Count && !_sameHeading.Contains(page.RoutePattern.RawText!))
        {
            wrong.Add($"{page.RoutePattern.RawText}: the heading {string.Join(" | ", said.Values.Select(s => s.Heading))}");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(PageAddress address, CultureInfo language)
    {
        var client = await _clients.GetOrAdd((address.Officer, language.Name), who => new Lazy<Task<HttpClient>>(async () =>
        {
            var session = await demo.ClientAsync(who.Item1);
            session.DefaultRequestHeaders.Add("Accept-Language", who.Item2);
            return session;
        })).Value;
        return await client.GetAsync(new Uri(address.Path, UriKind.Relative));
    }
}

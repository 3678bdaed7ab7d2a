using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Networks.Bench;

/// <summary>
/// The desk's pages on the demo data, one caller, signed in as an officer; p95 of each and of all. The peer is the empty
/// app's endpoint, so the ratio says what page, rights and database cost on top of the framework.
/// </summary>
internal static partial class PagesBench
{
    private const int Rounds = 100;

    public static async Task RunAsync(string ours, string peer)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            var arguments = $"demo --Networks:Folder={folder}";
            await using (var first = await Service.StartAsync(ours, arguments, folder, "/demo", TimeSpan.FromMinutes(3)))
            {
                Console.WriteLine(FormattableString.Invariant($"first-demo-start: {first.ToFirstPage.TotalSeconds:0.0} s with seeding, {first.ResidentMiB:0} MiB"));
            }

            // The telling of two years of work is no part of a day: the pages and the memory are those of a service that found its data.
            await using var demo = await Service.StartAsync(ours, arguments, folder, "/demo", TimeSpan.FromMinutes(1));
            await using var empty = await Service.StartAsync(peer, "", folder, "/", TimeSpan.FromSeconds(30));
            using var officer = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true }) { BaseAddress = demo.Address };
            using var plain = new HttpClient { BaseAddress = empty.Address };
            await DemoSignIn.AsFirstOfLeccoAsync(officer);
            var floor = await MeasureAsync(plain, "/");
            var all = new List<double>();
            foreach (var (name, path) in await PagesAsync(officer))
            {
                var times = await MeasureAsync(officer, path);
                all.AddRange(times);
                Figures.Print($"pages-{name}-p95", Figures.Percentile(times, 95), Figures.Percentile(floor, 95), "ms");
            }

            Figures.Print("pages-all-p95", Figures.Percentile(all, 95), Figures.Percentile(floor, 95), "ms");
            Figures.Print("memory-after-pages", demo.ResidentMiB, empty.ResidentMiB, "MiB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<double>> MeasureAsync(HttpClient client, string path)
    {
        var address = new Uri(path, UriKind.Relative);
        for (var i = 0; i < 20; i++)
        {
            (await client.GetAsync(address)).EnsureSuccessStatusCode();
        }

        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            await client.GetStringAsync(address);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    /// <summary>The lists, and every page of the first network that has them all.</summary>
    private static async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(HttpClient client)
    {
        var list = await client.GetStringAsync(new Uri("/networks", UriKind.Relative));
        var pages = new List<(string, string)> { ("today", "/"), ("networks", "/networks"), ("new", "/networks/new") };
        foreach (var id in Case().Matches(list).Select(m => m.Groups[1].Value).Distinct())
        {
            string[] words = ["contract", "terms", "round", "signing", "filings"];
            var answers = await Task.WhenAll(words.Select(word => client.GetAsync(new Uri($"/networks/{id}/{word}", UriKind.Relative))));
            if (answers.All(a => a.IsSuccessStatusCode))
            {
                pages.Add(("network", $"/networks/{id}"));
                pages.AddRange(words.Select(word => (word, $"/networks/{id}/{word}")));
                break;
            }
        }

        return pages;
    }

    [GeneratedRegex("href=\"/networks/([0-9a-f-]{36})\"")]
    private static partial Regex Case();
}

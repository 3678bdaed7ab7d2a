using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Sqlite;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Journeys;

/// <summary>The built program as processes of their own on one folder: a second one, a killed one, a form sent twice.</summary>
public sealed partial class ProcessTests : IDisposable
{
    private const int Kills = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("networks-process-").FullName;
    private readonly CookieContainer _session = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Given_a_running_service_when_a_second_one_opens_its_database_then_it_says_so_and_ends_with_1()
    {
        await using var first = await NetworksProcess.ListeningAsync(_folder, "serve");

        var (exitCode, said) = await NetworksProcess.EndedAsync(_folder, "serve");

        Words.Register(typeof(NetworksApp).Assembly, "Networks.Web.Texts");
        Assert.Equal(1, exitCode);
        Assert.Contains(said.Trim(), Words.Languages.Select(l => Words.In(l, "commands.fault-second-node", Path.Combine(_folder, "networks.db"))));
        using var client = first.Client(_session);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_acts_in_flight_when_the_service_is_killed_again_and_again_then_nothing_acknowledged_is_lost_and_nothing_is_doubled()
    {
        var acknowledged = new ConcurrentBag<string>();
        var unknown = new ConcurrentBag<Act>();
        var service = await NetworksProcess.ListeningAsync(_folder, "serve");
        try
        {
            await SetUpAsync(service);
            for (var round = 1; round <= Kills; round++)
            {
                await KilledWhileBusyAsync(service, round, acknowledged, unknown);
                await service.DisposeAsync();
                service = await NetworksProcess.ListeningAsync(_folder, "serve");
            }

            // What got no answer is sent again as it was, as the browser's "resend" does.
            using var client = service.Client(_session);
            foreach (var act in unknown)
            {
                Assert.Equal(HttpStatusCode.Found, (await PostAsync(client, act)).StatusCode);
            }
        }
        finally
        {
            await service.DisposeAsync();
        }

        Assert.True(acknowledged.Count >= 20, $"only {acknowledged.Count} acts");
        await AssertWholeAsync([.. acknowledged, .. unknown.Select(a => a.Need)]);
    }

    [Fact]
    public async Task Given_a_form_that_is_sent_twice_when_both_arrive_at_once_then_there_is_one_effect_and_one_answer()
    {
        await using (var service = await NetworksProcess.ListeningAsync(_folder, "serve"))
        {
            await SetUpAsync(service);
            using var client = service.Client(_session);
            var act = await ActAsync(client, "una sola volta");

            var both = await Task.WhenAll(PostAsync(client, act), PostAsync(client, act));
            var afterBack = await PostAsync(client, act);
            var otherBody = await PostAsync(client, act with { Need = "un altro bisogno" });

            Assert.All(both, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
            Assert.Equal(both[0].Headers.Location, both[1].Headers.Location);
            Assert.Equal(both[0].Headers.Location, afterBack.Headers.Location);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, otherBody.StatusCode);
            Assert.Contains("common.operation-reused", Html.Codes(await otherBody.Content.ReadAsStringAsync()));
        }

        await AssertWholeAsync(["una sola volta"]);
    }

    private async Task KilledWhileBusyAsync(NetworksProcess service, int round, ConcurrentBag<string> acknowledged, ConcurrentBag<Act> unknown)
    {
        using var client = service.Client(_session);
        var template = await ActAsync(client, "");
        var done = 0;
        var enough = new TaskCompletionSource();
        var senders = Enumerable.Range(0, 4).Select(sender => Task.Run(async () =>
        {
            for (var n = 0; ; n++)
            {
                var act = template with { Need = $"bisogno {round}-{sender}-{n}", Operation = Ids.New(TimeProvider.System) };
                try
                {
                    using var answer = await PostAsync(client, act);
                    Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
                    acknowledged.Add(act.Need);
                    if (Interlocked.Increment(ref done) >= 6 + round)
                    {
                        enough.TrySetResult();
                    }
                }
                catch (HttpRequestException)
                {
                    unknown.Add(act);
                    return;
                }
            }
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(senders));
        await service.KillAsync();
        await Task.WhenAll(senders);
    }

    private async Task AssertWholeAsync(IReadOnlyCollection<string> needs)
    {
        await using var db = new SqliteNetworksDbContext(new DbContextOptionsBuilder<SqliteNetworksDbContext>()
            .UseSqlite($"Data Source={Path.Combine(_folder, "networks.db")};Pooling=False").Options);
        var cases = await db.Cases.AsNoTracking().ToListAsync();

        Assert.Equal(needs.Order(StringComparer.Ordinal), cases.Select(c => c.Need).Order(StringComparer.Ordinal));
        Assert.Equal(cases.Count, cases.Select(c => c.Reference).Distinct().Count());
        Assert.Equal(cases.Count, await db.EnterpriseNetworks.CountAsync());
        Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync());
        Assert.Empty(await new LivenessScan(db).FindAsync(default));
        foreach (var @case in cases)
        {
            var chain = await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == @case.Id).OrderBy(e => e.Number).ToListAsync();
            Assert.NotEmpty(chain);
            Assert.All(chain, row => Assert.True(row.IsIntact()));
            Assert.Equal(Enumerable.Range(1, @case.HistoryLength), chain.Select(row => row.Number));
            Assert.Equal(chain.Select(row => row.Hash).Prepend(null), chain.Select(row => row.PreviousHash).Append(@case.HeadHash));
        }
    }

    private async Task SetUpAsync(NetworksProcess service)
    {
        using var client = service.Client(_session);
        var code = await service.HeardAsync(SetupCode());
        await client.PostFormAsync("/setup", "setup", [("code", code), .. SignedIn.SetupFacts]);
        await client.EnrolAsync(SignedIn.Email, SignedIn.Password);
    }

    private static async Task<Act> ActAsync(HttpClient client, string need)
    {
        var html = await client.GetStringAsync(new Uri("/networks/new", UriKind.Relative));
        return new Act(Ids.New(TimeProvider.System), Forgery().Match(html[html.IndexOf("id=\"form-open-case\"", StringComparison.Ordinal)..]).Groups[1].Value, need);
    }

    /// <summary>Posts an act; told that the service is busy (nothing stored), it does what it was told: the same again.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Act act)
    {
        HttpResponseMessage answer;
        do
        {
            answer = await PostOnceAsync(client, act);
        }
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable);
        return answer;
    }

    private static async Task<HttpResponseMessage> PostOnceAsync(HttpClient client, Act act)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("_handler", "open-case"),
            new("__RequestVerificationToken", act.Token),
            new("op", act.Operation.ToString()),
            new("firms", $"Alfa Srl {InventedIdentifiers.Vat(1)}\nBeta Srl {InventedIdentifiers.Vat(2)}"),
            new("need", act.Need),
        ]);
        return await client.PostAsync(new Uri("/networks/new", UriKind.Relative), content);
    }

    /// <summary>Opening a network: the case, its firms, its first tasks, its history.</summary>
    private sealed record Act(Guid Operation, string Token, string Need);

    [GeneratedRegex("[2-9A-Z]{4}(-[2-9A-Z]{4}){3}")]
    private static partial Regex SetupCode();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Forgery();
}

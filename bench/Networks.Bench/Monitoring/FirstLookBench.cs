using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Bench.Engine;
using Networks.Data.Associations;
using Networks.Workflows.Monitoring.Progress;

namespace Networks.Bench.Monitoring;

/// <summary>
/// What the lead meets after a start of the service: the real process with the demo and as many networks more; somebody who
/// was signed in before opens the picture in the very first request after readiness, or when the service has been up for a while.
/// </summary>
internal static class FirstLookBench
{
    private const int Starts = 5;
    private const string Lead = "Giulia Sartori";

    private static readonly TimeSpan _aWhile = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(int networks, string ours)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            var arguments = $"demo --Networks:Folder={folder}";
            var cookies = new CookieContainer();
            await using (var first = await Service.StartAsync(ours, arguments, folder, "/demo", TimeSpan.FromMinutes(3)))
            {
                using var client = Client(first, cookies);
                await DemoSignIn.AsAsync(client, Lead);
            }

            await MakeAsync(Store.Sqlite(Path.Combine(folder, "networks.db")), networks);
            var (atOnce, later, again) = (new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i < Starts; i++)
            {
                atOnce.Add((await LookAsync(ours, arguments, folder, cookies, TimeSpan.Zero)).First);
                var (once, twice) = await LookAsync(ours, arguments, folder, cookies, _aWhile);
                later.Add(once);
                again.Add(twice);
            }

            Figures.Print($"first-look-{networks}-first-request-worst", atOnce.Max(), again.Max(), "ms");
            Figures.Print($"first-look-{networks}-first-request-median", Figures.Percentile(atOnce, 50), Figures.Percentile(again, 50), "ms");
            Figures.Print($"first-look-{networks}-after-5-s-worst", later.Max(), again.Max(), "ms");
            Figures.Print($"first-look-{networks}-after-5-s-median", Figures.Percentile(later, 50), Figures.Percentile(again, 50), "ms");
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MakeAsync(Store store, int networks)
    {
        await using var ground = new Ground(store);
        var (programme, desks) = await ground.WithAsync(async (_, db) =>
        {
            var core = await db.Programmes.Where(p => p.Code == "PAL").Select(p => p.Id).SingleAsync();
            return (core, await db.Associations.AsNoTracking().Where(a => a.ProgrammeId == core && a.Kind == AssociationKind.Desk).ToListAsync());
        });
        await RegionGroundMaker.AddAsync(ground, programme, desks, networks);
        await ground.WithAsync((services, _) => ((ProgressSweep)services.GetService(typeof(ProgressSweep))!).RunAsync(default));
        SqliteConnection.ClearAllPools();
    }

    private static async Task<(double First, double Second)> LookAsync(string ours, string arguments, string folder, CookieContainer cookies, TimeSpan wait)
    {
        await using var service = await Service.StartAsync(ours, arguments, folder, "/health/ready", TimeSpan.FromMinutes(2));
        using var client = Client(service, cookies);
        await Task.Delay(wait);
        return (await OpenAsync(client), await OpenAsync(client));
    }

    private static HttpClient Client(Service service, CookieContainer cookies) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = service.Address };

    private static async Task<double> OpenAsync(HttpClient client)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri("/region", UriKind.Relative));
        await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"/region: {answer.StatusCode}");
    }
}

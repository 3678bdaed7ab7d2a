using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Sqlite;
using Networks.Web.Commands.DemoSigning;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Documents;
using Networks.Workflows.Mail;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>
/// Tells the story of the demo: two years of acts by desks and firms through the real commands, under a clock that goes
/// along. Ids and keys differ from run to run; names, days and states do not.
/// </summary>
internal static class DemoTelling
{
    /// <summary>How long before the demo's day the story begins.</summary>
    private const int _years = 2;

    /// <summary>So many days before the demo's day the second version came into force: older networks run the first.</summary>
    private const int _secondVersionDays = 75;

    public static async Task TellAsync(DemoFolder folder, DemoClock clock, DateOnly asOf, string address, TextWriter output, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        folder.Clear();
        var begin = asOf.AddYears(-_years);
        clock.StopAt(DemoStage.MorningOf(begin));
        using var authority = new DemoAuthority(clock);
        await File.WriteAllTextAsync(folder.Anchor, authority.AnchorPem, cancellationToken);

        await using (var app = NetworksApp.Create(Settings(folder, address, asOf), builder => Prepare(builder, clock)))
        {
            using var held = await Installation.PrepareAsync(app.Services, migrate: true, cancellationToken);
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await ActivatorUtilities.CreateInstance<DemoWorld>(scope.ServiceProvider).BuildAsync(begin, cancellationToken);
            }

            var stage = new DemoStage(app.Services, clock, authority);
            await DemoRegister.TellAsync(stage, app.Services.GetRequiredService<RegisterSweep>(), asOf, cancellationToken);
            await DemoCatalogue.OfferAsync(stage, cancellationToken);
            var acts = DemoStory.ActsUntil(asOf);
            for (var i = 0; i < acts.Count; i++)
            {
                await stage.PlayAsync(acts[i], cancellationToken);
                await ProgressAsync(output, i + 1, acts.Count);
            }

            await stage.GoToAsync(DemoStage.MorningOf(asOf), cancellationToken);
            await DemoCatalogue.WatchCallsAsync(stage, cancellationToken);
            await DemoAdministration.TellAsync(stage, cancellationToken);
            await CheckpointAsync(app.Services, cancellationToken);
        }

        SqliteConnection.ClearAllPools();

        // The telling has its own container; what it used is not what the demo needs.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        folder.MarkTold(asOf);
        await output.WriteLineAsync();
        await output.WriteLineAsync(Words.Say("commands.demo-told", watch.Elapsed.TotalSeconds.ToString("0", System.Globalization.CultureInfo.CurrentCulture), folder.Path));
    }

    private static string[] Settings(DemoFolder folder, string address, DateOnly asOf) =>
    [
        .. Demo.Settings(folder, address),
        $"--{JobsSetup.Setting}=false",
        $"--{ProceduresSetup.Setting}:form-network:2={asOf.AddDays(-_secondVersionDays):yyyy-MM-dd}",
    ];

    private static void Prepare(WebApplicationBuilder builder, DemoClock clock)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(RunMode.Demonstration);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<IMailTransport, KeptMailTransport>();
        builder.Services.AddSingleton<IPdfConverter, DemoPdfConverter>();
        builder.Services.ConfigureDbContext<SqliteNetworksDbContext>(options => options.AddInterceptors(new FastDisk()));
    }

    // From here on everything is on disk, although the telling did not wait for it.
    private static async Task CheckpointAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = FULL; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
    }

    private static async Task ProgressAsync(TextWriter output, int done, int all)
    {
        const int Width = 40;
        if (done * Width / all != (done - 1) * Width / all)
        {
            var full = done * Width / all;
            await output.WriteAsync($"\r[{new string('#', full)}{new string('.', Width - full)}] {Words.Say("commands.demo-progress", done, all)}");
        }
    }
}

using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// S2: fifty acts a second beside eight who read every page that a desk and a firm can open. No act is lost, and no page
/// fails because something changed while it was read.
/// </summary>
internal static class Crowd
{
    private const int ActsPerSecond = 50;
    private const int Readers = 8;

    private static readonly TimeSpan _thought = TimeSpan.FromMilliseconds(100);

    private static readonly string[] _ofDesk =
    [
        "/", "/networks", "/networks/new", "/firms", "/firms/ending", "/firms/consents", "/search?q=Gamma", "/introductions", "/meetings", "/needs", "/outbox", "/reminders", "/services", "/account", "/absence",
    ];

    private static readonly string[] _ofCase =
    [
        "", "/round", "/contract", "/terms", "/history", "/mail", "/note", "/procedure", "/kind", "/need", "/add-firm", "/find-partner", "/health", "/services", "/signing", "/filings", "/what-if", "/suspend", "/close",
    ];

    public static Task RunAsync(Run run) => World.OnBothAsync(server => OnAsync(run, server));

    private static async Task OnAsync(Run run, PostgreSqlServer? server)
    {
        var world = await World.MakeAsync(4, 2, server);
        var ledger = new Ledger();
        await using var peer = new SmtpPeer();
        await using (var service = await world.StartAsync(peer.Settings()))
        {
            using var desk = new Desk(world, service.Address);
            var pages = await PagesAsync(world, desk);
            run.Result.Progress($"{pages.Count} pages, {(server is null ? "embedded" : "server")}");
            using var over = new CancellationTokenSource();
            var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(desk, pages, reader * pages.Count / Readers, run.Result, over.Token))).ToList();
            await using (new Load(world, desk, ledger, ActsPerSecond))
            {
                await Task.Delay(TimeSpan.FromSeconds(run.Of(20, 300)), CancellationToken.None);
            }

            await over.CancelAsync();
            run.Result.Add("kinds of page", pages.Count);
            run.Result.Add("pages read", (await Task.WhenAll(readers)).Sum());
        }

        run.Result.Add("acts", ledger.CountIn(run.Result));
        await Checker.CheckAsync(world, ledger, run.Result, "after the crowd");
        await world.RemoveAsync();
    }

    /// <returns>Those that open while nobody works.</returns>
    private static async Task<IReadOnlyList<string>> PagesAsync(World world, Desk desk)
    {
        var open = new List<string>();
        foreach (var page in _ofDesk.Concat(world.Cases.SelectMany(c => _ofCase.Select(page => $"/networks/{c.Id.Value}{page}").Append($"/f/{c.Firms[0].Token}"))))
        {
            if (await desk.StatusAsync(page) == 200)
            {
                open.Add(page);
            }
        }

        return open;
    }

    private static async Task<int> ReadAsync(Desk desk, IReadOnlyList<string> pages, int first, Result result, CancellationToken over)
    {
        var read = 0;
        for (; !over.IsCancellationRequested; read++)
        {
            var page = pages[(first + read) % pages.Count];
            var status = await desk.StatusAsync(page);
            result.Count(status == 200);
            if (status != 200)
            {
                result.Fault($"{page} answers {status} while others work");
            }

            await Task.Delay(_thought, CancellationToken.None);
        }

        return read;
    }
}

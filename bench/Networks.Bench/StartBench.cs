namespace Networks.Bench;

/// <summary>First page after the start: the sign-in page on an existing database, against the empty app's one line.</summary>
internal static class StartBench
{
    private const int Runs = 7;

    public static async Task RunAsync(string ours, string peer)
    {
        var folder = Directory.CreateTempSubdirectory("networks-bench-").FullName;
        try
        {
            // The first run makes the database; it does not count.
            await MeasureAsync(ours, $"serve --Networks:Folder={folder}", folder, "/sign-in");
            await MeasureAsync(peer, "", folder, "/");
            var oursMs = new List<double>();
            var peerMs = new List<double>();
            for (var i = 0; i < Runs; i++)
            {
                oursMs.Add(await MeasureAsync(ours, $"serve --Networks:Folder={folder}", folder, "/sign-in"));
                peerMs.Add(await MeasureAsync(peer, "", folder, "/"));
            }

            Figures.Print("start", Figures.Percentile(oursMs, 50), Figures.Percentile(peerMs, 50), "ms");
            Figures.Print("start-slowest", oursMs.Max(), peerMs.Max(), "ms");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(string executable, string arguments, string folder, string page)
    {
        await using var service = await Service.StartAsync(executable, arguments, folder, page, TimeSpan.FromSeconds(30));
        return service.ToFirstPage.TotalMilliseconds;
    }
}

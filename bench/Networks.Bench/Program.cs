using System.Globalization;
using Networks.Bench;
using Networks.Bench.Discovery;
using Networks.Bench.Engine;
using Networks.Bench.Monitoring;

switch (args)
{
    case ["start", var ours, var peer]:
        await StartBench.RunAsync(ours, peer);
        return 0;
    case ["pages", var ours, var peer]:
        await PagesBench.RunAsync(ours, peer);
        return 0;
    case ["steps"]:
        await StepsBench.RunAsync();
        return 0;
    case ["starts"]:
        await StartsBench.RunAsync();
        return 0;
    case ["growth", var many]:
        await GrowthBench.RunAsync(int.Parse(many, CultureInfo.InvariantCulture));
        return 0;
    case ["load", var seconds]:
        await LoadBench.RunAsync(int.Parse(seconds, CultureInfo.InvariantCulture));
        return 0;
    case ["upgrade", var events, var ours, var releases]:
        await UpgradeBench.RunAsync(int.Parse(events, CultureInfo.InvariantCulture), ours, releases);
        return 0;
    case ["restore", var gib, var ours]:
        await RestoreBench.RunAsync(int.Parse(gib, CultureInfo.InvariantCulture), ours);
        return 0;
    case ["search", var firms, .. var kept]:
        await SearchBench.RunAsync(int.Parse(firms, CultureInfo.InvariantCulture), kept.FirstOrDefault());
        return 0;
    case ["dashboard", var networks]:
        await DashboardBench.RunAsync(int.Parse(networks, CultureInfo.InvariantCulture));
        return 0;
    case ["first-look", var networks, var ours]:
        await FirstLookBench.RunAsync(int.Parse(networks, CultureInfo.InvariantCulture), ours);
        return 0;
    case ["import", var rows]:
        await ImportBench.RunAsync(int.Parse(rows, CultureInfo.InvariantCulture));
        return 0;
    case ["cards", var firms]:
        await CardsBench.RunAsync(int.Parse(firms, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("Usage: Networks.Bench start|pages OURS PEER (paths of the two executables) | steps | starts | growth CASES | load SECONDS | upgrade EVENTS OURS FOLDER | restore GIB OURS | import ROWS | cards FIRMS | search FIRMS [FOLDER] | dashboard NETWORKS | first-look NETWORKS OURS; see bench/run");
        return 2;
}

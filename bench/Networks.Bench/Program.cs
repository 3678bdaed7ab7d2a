using Networks.Bench;

if (args is not [var name, var ours, var peer])
{
    Console.Error.WriteLine("Usage: Networks.Bench start|pages OURS PEER (paths of the two executables); see bench/run");
    return 2;
}

switch (name)
{
    case "start":
        await StartBench.RunAsync(ours, peer);
        return 0;
    case "pages":
        await PagesBench.RunAsync(ours, peer);
        return 0;
    default:
        Console.Error.WriteLine($"No bench {name}.");
        return 2;
}

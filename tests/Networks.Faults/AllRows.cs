using Networks.Faults.Rows;

namespace Networks.Faults;

/// <param name="Name">R1, R2… for faults, S2… for the stores: as the table of promises numbers them.</param>
/// <param name="InPieces">Whether it is made of many worlds that have nothing in common.</param>
internal sealed record Row(string Name, string Title, Func<Run, Task> Run, bool InPieces = false);

/// <summary>The rows in the order in which they run. R14, the scan for what sleeps or is half there, follows every one of them.</summary>
internal static class AllRows
{
    public static IReadOnlyList<Row> Rows { get; } =
    [
        new("R1", "kill at every durable write", KillAtWrites.RunAsync, InPieces: true),
        new("R2", "kills at named points and at any moment", KillAtFailpoints.RunAsync, InPieces: true),
        new("R3", "each kind of form ten times at once", TenTimes.RunAsync),
        new("R5", "races on two nodes", NodeRaces.RunAsync, InPieces: true),
        new("R6", "timers that come due for two nodes", NodeTimers.RunAsync),
        new("R7", "paused nodes", PausedNodes.RunAsync, InPieces: true),
        new("R8", "restarts of the database server", DatabaseRestarts.RunAsync),
        new("R9", "jumping clocks, days of 23 and 25 hours", Clocks.RunAsync),
        new("R10", "full and broken disks", DiskFaults.RunAsync),
        new("R11", "poison: mails, a timer, files", Poison.RunAsync),
        new("R12", "upgrade with work in flight", UpgradeInFlight.RunAsync, InPieces: true),
        new("R13", "bad mail servers", BadMailServers.RunAsync),
        new("S2", "every page read while many write", Crowd.RunAsync),
        new("S6", "copies made and put back while people work", Drills.RunAsync),
    ];
}

using Networks.Faults.Support;

namespace Networks.Faults.Rows;

/// <summary>
/// R10: a disk that is full or broken, from the n-th write on and for a while. The act is refused in words (507, 503),
/// reading goes on, nothing is half done, and the same act goes through when the disk is well, without a restart; only
/// where the disk did not flush the database does the service stop by itself, and the next one reads what is there.
/// </summary>
internal static class DiskFaults
{
    private static readonly (string Calls, string Error)[] _faults =
    [
        ("pwrite64", "ENOSPC"), ("pwrite64", "EIO"), ("fsync,fdatasync", "EIO"), ("fsync,fdatasync", "ENOSPC"), ("?rename", "EIO"), ("ftruncate,fallocate", "ENOSPC"),
    ];

    public static async Task RunAsync(Run run)
    {
        var world = await World.MakeAsync(4, 2);
        var acts = new Acts(TimeProvider.System);
        var ledger = new Ledger();
        var (refused, stopped, firm) = (0, 0, 7000);
        var service = await world.StartAsync(environment: Strace.OneThread);
        var desk = new Desk(world, service.Address);
        try
        {
            for (var i = 0; i < run.Of(18, 300); i++)
            {
                var act = (i / _faults.Length % 3) switch
                {
                    0 => acts.Upload(world.Cases[3].Id),
                    1 => acts.Note(world.Cases[0].Id),
                    _ => acts.OpenCase(Acts.NewFirms(firm += 2)),
                };
                var (calls, error) = _faults[i % _faults.Length];
                var n = run.Dice.Next(1, calls == "pwrite64" ? 40 : 3);
                refused += await FaultAsync(desk, service, act, (calls, error, n), ledger, run.Result) ? 1 : 0;
                if (HasGivenUp(service))
                {
                    stopped++;
                    run.Result.Count(await service.EndedAsync() == 1);
                    desk.Dispose();
                    service = await world.StartAsync(environment: Strace.OneThread);
                    desk = new Desk(world, service.Address);
                }

                run.Result.Count((await ledger.SettleAsync(desk, act)).Done);
                await Checker.CheckAsync(world, ledger, run.Result, $"{act.Kind}, {calls} {error} from {n}");
            }
        }
        finally
        {
            desk.Dispose();
            await service.DisposeAsync();
        }

        if (stopped == 0)
        {
            run.Result.Fault("no database was left unflushed: the service was never seen to stop");
        }

        run.Result.Tell($"refused in words {refused}, stopped by itself {stopped}");
        await FullAsync(world, run);
        await world.RemoveAsync();
    }

    private static async Task<bool> FaultAsync(Desk desk, Service service, Act act, (string Calls, string Error, int N) fault, Ledger ledger, Result result)
    {
        result.Progress($"{act.Kind}, {fault.Calls} {fault.Error} from {fault.N}");
        await using var strace = await Strace.FailFromAsync(service, fault.Calls, fault.Error, fault.N);
        var answer = await desk.SendAsync(act);
        if (answer.Status is not (302 or 503 or 507))
        {
            result.Fault($"{act.Kind}, {fault.Calls} {fault.Error} from {fault.N}: {answer}");
        }
        else if (answer.Done)
        {
            ledger.Write(act, answer);
        }

        if (!HasGivenUp(service) && await desk.StatusAsync("/networks") != 200)
        {
            result.Fault($"{act.Kind}, {fault.Calls} {fault.Error} from {fault.N}: the list cannot be read");
        }

        return answer.Status is 503 or 507;
    }

    private static bool HasGivenUp(Service service) => service.Said.Contains("did not flush the database", StringComparison.Ordinal);

    /// <summary>A small disk of its own, filled to the last block.</summary>
    private static async Task FullAsync(World world, Run run)
    {
        var disk = Leftovers.Folder();
        if (!Environment.IsPrivilegedProcess || await Command.CodeAsync("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk) != 0)
        {
            run.Result.Tell("small disk left out, mounting is not permitted");
            return;
        }

        try
        {
            var small = await world.CopyToAsync(disk);
            await using var service = await small.StartAsync();
            using var desk = new Desk(small, service.Address);
            var acts = new Acts(TimeProvider.System);
            var ledger = new Ledger();
            for (var turn = 0; turn < run.Of(2, 20); turn++)
            {
                await Command.CodeAsync("dd", "if=/dev/zero", $"of={disk}/fill", "bs=4k");
                Answer answer;
                Act act;
                var done = 0;
                do
                {
                    act = acts.Upload(small.Cases[3].Id);
                    answer = ledger.Write(act, await desk.SendAsync(act));
                }
                while (answer.Done && ++done < 500);
                run.Result.Count(answer.Status is 503 or 507);
                if (answer.Status is not (503 or 507))
                {
                    run.Result.Fault($"full disk: {answer}");
                }

                run.Result.Count(await desk.StatusAsync("/networks") == 200);
                File.Delete(Path.Combine(disk, "fill"));
                run.Result.Count((await ledger.SettleAsync(desk, act)).Done);
                await Checker.CheckAsync(small, ledger, run.Result, "full disk");
            }
        }
        finally
        {
            await Command.CodeAsync("umount", "-l", disk);
            Leftovers.Delete(disk);
        }
    }
}

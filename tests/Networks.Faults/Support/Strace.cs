using System.Diagnostics;

namespace Networks.Faults.Support;

/// <summary>A tracer on a running process that counts its durable writes, or breaks one of them.</summary>
internal sealed class Strace : IAsyncDisposable
{
    /// <summary>What makes bytes durable, and a name that makes a finished file visible.</summary>
    public const string DurableWrites = "fsync,fdatasync,pwrite64,?rename";

    private readonly Process _process;
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _output;
    private readonly bool _kills;
    private string _lastWords = "";

    private Strace(int process, string expression, string output)
    {
        _output = output;
        _kills = expression.Contains("SIGKILL", StringComparison.Ordinal);
        var start = new ProcessStartInfo("strace", ["-f", "-p", $"{process}", "-o", output, .. expression.Split(' ')]) { RedirectStandardError = true };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) =>
        {
            _lastWords = line.Data ?? _lastWords;
            if (line.Data?.Contains(" attached", StringComparison.Ordinal) == true)
            {
                _attached.TrySetResult();
            }
        };
        _process.Exited += (_, _) => _attached.TrySetException(new NotHereException($"strace may not trace here: {_lastWords}"));
        try
        {
            _process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new NotHereException("strace is not installed");
        }

        Leftovers.Track(_process);
        _process.BeginErrorReadLine();
    }

    /// <summary>
    /// strace counts for each thread apart, so the thread pool gets one thread: then the n-th write is the same one every time.
    /// </summary>
    public static IReadOnlyDictionary<string, string> OneThread { get; } = new Dictionary<string, string> { ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1" };

    /// <summary>Kills the process at its n-th call from now.</summary>
    /// <param name="calls">System calls with commas.</param>
    public static Task<Strace> KillAtAsync(Service service, string calls, int n) =>
        AttachAsync(service, $"-e trace={calls} -e inject={calls}:signal=SIGKILL:when={n}");

    /// <summary>Fails durable writes from the n-th on.</summary>
    /// <param name="calls">System calls with commas.</param>
    /// <param name="error">As the system calls it: ENOSPC, EIO.</param>
    public static Task<Strace> FailFromAsync(Service service, string calls, string error, int n) =>
        AttachAsync(service, $"-e trace={calls} -e inject={calls}:error={error}:when={n}+");

    /// <summary>Writes down the durable writes.</summary>
    public static Task<Strace> WatchAsync(Service service) => AttachAsync(service, $"-e trace={DurableWrites}");

    /// <summary>A command that is traced from its first call. Not with --seccomp-bpf, which is quicker: strace 6.1 then injects no signal.</summary>
    public static Service Under(string folder, string expression, params string[] command)
    {
        if (!File.Exists("/usr/bin/strace"))
        {
            throw new NotHereException("strace is not installed");
        }

        return Service.Of(folder, ["strace", "-f", .. expression.Split(' '), .. command]);
    }

    /// <summary>Lets go of the process.</summary>
    /// <returns>How many calls were seen.</returns>
    public async Task<int> LetGoAsync()
    {
        if (!_process.HasExited)
        {
            // A tracer whose process has been killed may wait for a thread that is not told of; then it is ended itself.
            if (!_kills)
            {
                await Command.CodeAsync("kill", "-INT", $"{_process.Id}");
                await Patience.UntilAsync(() => Task.FromResult(_process.HasExited), TimeSpan.FromSeconds(5));
            }

            _process.Kill();
            await _process.WaitForExitAsync();
        }

        return File.Exists(_output) ? File.ReadLines(_output).Count(line => line.Contains('(', StringComparison.Ordinal) && !line.Contains("resumed>", StringComparison.Ordinal)) : 0;
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        Leftovers.Forget(_process);
        _process.Dispose();
        File.Delete(_output);
    }

    private static async Task<Strace> AttachAsync(Service service, string expression)
    {
        var strace = new Strace(service.Id, expression, Path.GetTempFileName());
        await Patience.WithinAsync(strace._attached.Task, TimeSpan.FromSeconds(60));
        return strace;
    }
}

using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Networks.Web.Tests.Support;

/// <summary>The built <c>networks</c> program as a process of its own, on a free loopback port and a given folder.</summary>
internal sealed class NetworksProcess : IAsyncDisposable
{
    /// <summary>The clock is the real one: on no day of the week may a test's mail wait for Monday.</summary>
    private static readonly string[] _anyDay = ["--Networks:Mail:Quiet:Weekends=false", "--Networks:Mail:Quiet:Holidays=false", "--Networks:Mail:Quiet:Hours=none"];

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri?> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NetworksProcess(string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null, string? input = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "networks.exe" : "networks"))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = input is not null,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        string[] serving = arguments is ["serve", ..] ? [.. _anyDay, "--urls=http://127.0.0.1:0"] : [];
        foreach (var argument in (string[])[.. arguments.Take(1), .. serving, .. arguments.Skip(1), $"--Networks:Folder={folder}"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LANG"] = "it_IT.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => HeardError(line.Data);
        _process.Exited += (_, _) => _listening.TrySetResult(null);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (input is not null)
        {
            _process.StandardInput.Write(input);
            _process.StandardInput.Close();
        }
    }

    /// <summary>Everything it wrote to its two outputs so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it and waits until it listens.</summary>
    public static Task<NetworksProcess> ListeningAsync(string folder, params string[] arguments) => ListeningInAsync(null, folder, arguments);

    /// <summary>The same with more variables in its environment.</summary>
    public static async Task<NetworksProcess> ListeningInAsync(IReadOnlyDictionary<string, string>? environment, string folder, params string[] arguments)
    {
        var started = new NetworksProcess(folder, arguments, environment);
        var address = await started._listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(address is not null, $"it ended instead of listening: {started.Said}");
        started.Address = address;
        return started;
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public static NetworksProcess Started(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Starts it and waits until it ends by itself.</summary>
    /// <returns>Exit code and what it said.</returns>
    public static async Task<(int ExitCode, string Said)> EndedAsync(string folder, params string[] arguments)
    {
        await using var started = new NetworksProcess(folder, arguments);
        return (await started.ExitAsync(), started.Said);
    }

    /// <summary>Starts it with this as its whole standard input, as a script calls it, and waits until it ends by itself.</summary>
    /// <returns>Exit code and what it wrote to its error output, trimmed.</returns>
    public static async Task<(int ExitCode, string Errors)> PipedAsync(string input, string folder, params string[] arguments)
    {
        await using var started = new NetworksProcess(folder, arguments, input: input);
        return (await started.ExitAsync(), started._errors.ToString().Trim());
    }

    /// <summary>Waits until it has said something like this.</summary>
    public async Task<string> HeardAsync(Regex wanted)
    {
        for (var i = 0; i < 400; i++)
        {
            if (wanted.Match(Said) is { Success: true } match)
            {
                return match.Value;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException($"it never said {wanted}: {Said}");
    }

    /// <param name="session">Its cookies outlive the process: the keys lie in the folder.</param>
    public HttpClient Client(CookieContainer session) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = session }) { BaseAddress = Address };

    /// <summary>Asks it to stop, as a service manager does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await ExitAsync();
    }

    /// <summary>It stands still in the middle of whatever it does, with its connections open, until <see cref="ResumeAsync"/>.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>As <c>kill -9</c>: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]))!;
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private void HeardError(string? line)
    {
        _errors.AppendLine(line);
        Heard(line);
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_said)
        {
            _said.AppendLine(line);
        }

        var start = line.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
        if (start >= 0)
        {
            var port = new string([.. line[(start + "http://127.0.0.1:".Length)..].TakeWhile(char.IsAsciiDigit)]);
            _listening.TrySetResult(new Uri($"http://127.0.0.1:{port}"));
        }
    }
}

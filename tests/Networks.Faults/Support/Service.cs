using System.Diagnostics;
using System.Text;

namespace Networks.Faults.Support;

/// <summary>The built <c>networks serve</c> as a process of its own on a free loopback port.</summary>
internal sealed class Service : IAsyncDisposable
{
    // Long: beside builds a start may take minutes.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri?> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Service(string folder, IEnumerable<string> command, IReadOnlyDictionary<string, string>? environment)
    {
        var words = command.ToList();
        var start = new ProcessStartInfo(words[0])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        words.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _listening.TrySetResult(null);
        _process.Start();
        Leftovers.Track(_process);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "networks");

    public Uri Address { get; private set; } = null!;

    public int Id => _process.Id;

    /// <summary>It runs no more, though a tracer may hold what is left of it.</summary>
    public bool HasEnded
    {
        get
        {
            try
            {
                return _process.HasExited || File.ReadLines($"/proc/{Id}/status").Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
            }
            catch (IOException)
            {
                return true;
            }
        }
    }

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

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="settings">As <c>--Name=value</c>.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<Service> StartAsync(string folder, IEnumerable<string> settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        var service = new Service(folder, [Program, "serve", "--urls=http://127.0.0.1:0", .. settings], environment);
        await Patience.WithinAsync(service._listening.Task, _patience);
        service.Address = await service._listening.Task ?? throw new InvalidOperationException($"The service ended instead of listening: {service.Said}");
        return service;
    }

    /// <summary>Starts a verb that ends by itself and waits for nothing.</summary>
    public static Service Verb(string folder, params string[] words) => Of(folder, [Program, .. words]);

    public static Service Of(string folder, IEnumerable<string> command) => new(folder, command, null);

    /// <summary>As <c>kill -9</c>: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }

        await EndedAsync();
    }

    /// <returns>Exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await Patience.WithinAsync(_process.WaitForExitAsync(), _patience);
        Leftovers.Forget(_process);
        return _process.ExitCode;
    }

    /// <summary>Stops it where it stands (SIGSTOP); it does not notice.</summary>
    public Task PauseAsync() => Command.RunAsync("kill", "-STOP", $"{Id}");

    public Task GoOnAsync() => Command.RunAsync("kill", "-CONT", $"{Id}");

    /// <summary>Killed, unless it has ended. May be asked for again: what kills it in the middle of something does not know.</summary>
    public async ValueTask DisposeAsync() => await KillAsync();

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

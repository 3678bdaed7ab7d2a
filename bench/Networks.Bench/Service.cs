using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Networks.Bench;

/// <summary>A service in a process of its own on a free loopback port, with a folder that goes away with it.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly Process _process;

    private Service(Process process, Uri address, TimeSpan toFirstPage)
    {
        _process = process;
        Address = address;
        ToFirstPage = toFirstPage;
    }

    public Uri Address { get; }

    /// <summary>From starting the process to the first answer of the page asked for.</summary>
    public TimeSpan ToFirstPage { get; }

    /// <summary>Resident memory in MiB, as the system counts it.</summary>
    public double ResidentMiB => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line[6..^2].Trim(), CultureInfo.InvariantCulture) / 1024).Single();

    /// <param name="firstPage">The path whose first 200 counts as started.</param>
    /// <param name="limit">How long to wait before giving up.</param>
    public static async Task<Service> StartAsync(string executable, string arguments, string folder, string firstPage, TimeSpan limit)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Path.GetFullPath(executable), $"{arguments} --urls={address}")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address, Timeout = limit };
        while (clock.Elapsed < limit && !process.HasExited)
        {
            try
            {
                if ((await client.GetAsync(new Uri(firstPage, UriKind.Relative))).StatusCode == HttpStatusCode.OK)
                {
                    return new Service(process, address, clock.Elapsed);
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }

        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"{executable} {arguments} did not answer {firstPage} within {limit}.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

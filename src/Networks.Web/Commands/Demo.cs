using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Networks.Web.Commands.DemoSeed;
using Networks.Web.Commands.DemoSigning;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Web.Commands;

/// <summary><c>networks demo</c>: invented firms and networks in a folder of their own, on this machine only.</summary>
internal sealed class Demo : Verb
{
    private const string _defaultAddress = "http://127.0.0.1:5080";

    public override string Name => "demo";

    public override string Arguments => "[--as-of=DATE] [--reset] [--urls=ADDRESS]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (DemoOptions.Read(args) is not { } options)
        {
            return NotKnown(string.Join(' ', args), errors);
        }

        if (Loopback(options.Urls ?? _defaultAddress) is not { } address)
        {
            await errors.WriteLineAsync(Words.Say("commands.demo-loopback", options.Urls!));
            return ExitCode.Usage;
        }

        var folder = new DemoFolder(options.Folder ?? Path.Combine(Environment.CurrentDirectory, "demo-data"));
        var clock = new DemoClock();
        var asOf = options.AsOf ?? BusinessCalendar.DayOf(TimeProvider.System.GetUtcNow());
        if (!options.Reset && folder.ToldFor() is { } told && told > asOf)
        {
            throw new InstallationFaultException("commands.fault-demo-past", told, asOf);
        }

        if (options.Reset || folder.ToldFor() is null)
        {
            await DemoTelling.TellAsync(folder, clock, asOf, address, output, CancellationToken.None);
        }

        clock.RunOn(asOf);
        await using var app = Create(folder, address, clock, builder => builder.Logging.AddFilter(null, LogLevel.Warning));
        using var held = await Installation.PrepareAsync(app.Services, migrate: true);
        await app.StartAsync();
        await output.WriteLineAsync(Words.Say("commands.demo-address", address, asOf));
        await app.WaitForShutdownAsync();
        return ExitCode.Done;
    }

    /// <summary>The service as the demo runs it: people are chosen, mails are kept, representatives sign for trial.</summary>
    internal static WebApplication Create(DemoFolder folder, string address, TimeProvider clock, Action<WebApplicationBuilder> more)
    {
        var app = NetworksApp.Create(Settings(folder, address), builder =>
        {
            builder.Services.AddSingleton(RunMode.Demonstration);
            builder.Services.AddSingleton(clock);
            builder.Services.AddSingleton<IMailTransport, KeptMailTransport>();
            TrialSignature.Add(builder.Services, clock);
            more(builder);
        });
        TrialSignature.Map(app);
        return app;
    }

    /// <summary>Settings that nothing outside can change: the embedded database in the demo's folder, this machine only.</summary>
    internal static string[] Settings(DemoFolder folder, string address) =>
    [
        $"--urls={address}",
        $"--{FormsSetup.AddressSetting}={address}",
        $"--{DataSetup.FolderSetting}={folder.Path}",
        $"--{DataSetup.ProviderSetting}={DatabaseProvider.Sqlite}",
        $"--{DataSetup.ConnectionSetting}=Data Source={folder.Database}",
        $"--{SignaturesSetup.AnchorsSetting}:0={folder.Anchor}",
    ];

    /// <returns>The address with a port of its own instead of 0; null when it can be reached from elsewhere.</returns>
    private static string? Loopback(string urls)
    {
        if (!Uri.TryCreate(urls, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || !address.IsLoopback || address.AbsolutePath != "/")
        {
            return null;
        }

        return $"http://{address.Host}:{(address.Port == 0 ? FreePort() : address.Port).ToString(CultureInfo.InvariantCulture)}";
    }

    // Mails of the story link to this address, so it must be known before the service listens.
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What was typed after <c>demo</c>; values may follow after a blank or an equals sign.</summary>
internal sealed record DemoOptions(DateOnly? AsOf, bool Reset, string? Urls, string? Folder)
{
    /// <returns>Null when an option is not known or a date is none.</returns>
    public static DemoOptions? Read(string[] args)
    {
        var options = new DemoOptions(null, false, null, null);
        var words = args.SelectMany(a => a.StartsWith("--", StringComparison.Ordinal) ? a.Split('=', 2) : [a]).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--reset")
            {
                options = options with { Reset = true };
                continue;
            }

            if (i + 1 >= words.Count || With(options, words[i], words[i + 1]) is not { } next)
            {
                return null;
            }

            options = next;
            i++;
        }

        return options;
    }

    private static DemoOptions? With(DemoOptions options, string name, string value) => name switch
    {
        "--as-of" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? options with { AsOf = day } : null,
        "--urls" => options with { Urls = value },
        $"--{DataSetup.FolderSetting}" => options with { Folder = value },
        _ => null,
    };
}

using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Accounts;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary><c>networks serve</c>: the service, until it is stopped.</summary>
internal sealed class Serve : Verb
{
    public override string Name => "serve";

    public override string Arguments => "[--Name=value ...]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (Stray(args) is { } argument)
        {
            return NotKnown(argument, errors);
        }

        await using var app = NetworksApp.Create(args);
        using var held = await Installation.PrepareAsync(app.Services, migrate: false);
        var code = await SetupCode.IssueIfEmptyAsync(app.Services);
        await app.StartAsync();
        await output.WriteLineAsync(Words.Say("commands.serve-address", string.Join(' ', app.Urls)));
        if (code is not null)
        {
            await output.WriteLineAsync(SetupCode.Told(app.Services, code));
        }

        await app.WaitForShutdownAsync();
        return app.Services.GetRequiredService<UnflushedStop>().Happened ? ExitCode.Failed : ExitCode.Done;
    }
}

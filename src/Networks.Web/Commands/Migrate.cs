using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary><c>networks migrate</c>: brings the schema of the configured database up to date.</summary>
internal sealed class Migrate : Verb
{
    public override string Name => "migrate";

    public override string Arguments => "[--Name=value ...]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) is { } argument)
        {
            return NotKnown(argument, errors);
        }

        await using var app = NetworksApp.Create([.. args, $"--{JobsSetup.Setting}=false"], builder => builder.Logging.ClearProviders());
        using var held = Installation.Hold(app.Configuration);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var pending = await db.Database.CanConnectAsync() ? (await db.Database.GetPendingMigrationsAsync()).ToList() : db.Database.GetMigrations().ToList();
        if (pending.Count == 0)
        {
            await output.WriteLineAsync(Words.Say("commands.migrate-none"));
            return ExitCode.Done;
        }

        await output.WriteLineAsync(Words.Say("commands.migrate-begin", pending.Count));
        foreach (var migration in pending)
        {
            await output.WriteLineAsync($"  {migration}");
        }

        await Installation.MigrateAsync(db, CancellationToken.None);
        await output.WriteLineAsync(Words.Say("commands.migrate-done"));
        return ExitCode.Done;
    }
}

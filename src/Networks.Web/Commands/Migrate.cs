using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Databases;
using Networks.Workflows.Common;

namespace Networks.Web.Commands;

/// <summary><c>networks migrate</c>: brings the schema of the configured database up to date.</summary>
internal sealed class Migrate : Verb
{
    public override string Name => "migrate";

    public override string Arguments => "[--Name=value ...]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (Stray(args) is { } argument)
        {
            return NotKnown(argument, errors);
        }

        using var progress = new MigrationProgress(output, TimeProvider.System);
        await using var app = NetworksApp.Create([.. args, $"--{JobsSetup.Setting}=false"], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(progress);
            builder.Logging.AddFilter(MigrationProgress.Category, LogLevel.Information);
        });
        using var held = Installation.Hold(app.Configuration);
        await using var scope = app.Services.CreateAsyncScope();
        var finding = await scope.ServiceProvider.GetRequiredService<DatabaseCheck>().FindAsync(whole: true, CancellationToken.None);
        if (finding is { Stops: true, WantsMigrating: false })
        {
            throw new InstallationFaultException("commands.fault-not-migrated", finding.Text);
        }

        if (finding is not { WantsMigrating: true })
        {
            await output.WriteLineAsync(Words.Say("commands.migrate-none"));
            return ExitCode.Done;
        }

        await output.WriteLineAsync(Words.Say("commands.migrate-begin"));
        await SchemaUpdate.ApplyAsync(scope.ServiceProvider.GetRequiredService<NetworksDbContext>(), CancellationToken.None);
        progress.End();
        await output.WriteLineAsync(Words.Say("commands.migrate-done", progress.Applied));
        return ExitCode.Done;
    }
}

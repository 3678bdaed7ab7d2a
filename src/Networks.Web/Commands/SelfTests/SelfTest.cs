using System.Data.Common;
using System.Globalization;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Databases;
using Networks.Workflows.Common;

namespace Networks.Web.Commands.SelfTests;

/// <summary>
/// <c>networks selftest</c>: proves on the configured server that two acts at once have one winner. It works in a
/// database of its own beside the real one and removes it again; real cases are never touched.
/// </summary>
internal sealed class SelfTest : Verb
{
    private const string RacesOption = "--races=";

    private const int DefaultRaces = 200;

    public override string Name => "selftest";

    public override string Arguments => "[--races=N] [--Name=value ...]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var races = DefaultRaces;
        var wrong = args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)
            || (a.StartsWith(RacesOption, StringComparison.Ordinal) && (!int.TryParse(a[RacesOption.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out races) || races == 0)));
        if (wrong is not null)
        {
            return NotKnown(wrong, errors);
        }

        string[] settings = [.. args.Where(a => !a.StartsWith(RacesOption, StringComparison.Ordinal))];
        await using var real = Quiet(settings);
        var beside = DataSetup.Beside(real.Configuration, $"networks_selftest_{Ids.New(TimeProvider.System):N}");
        await using var app = Quiet([.. settings, $"--{DataSetup.ConnectionSetting}={beside}"]);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        try
        {
            await SchemaUpdate.ApplyAsync(db, CancellationToken.None);
            var sound = true;
            await foreach (var (word, won) in new Races(app.Services, races).RunAsync())
            {
                sound &= won == races;
                await output.WriteLineAsync($"{Words.Say(won == races ? "check.state-Good" : "check.state-Bad"),-12} {Words.Say($"commands.selftest-{word}")}: {Words.Say("commands.selftest-count", won, races)}");
            }

            await output.WriteLineAsync(Words.Say(sound ? "commands.selftest-good" : "commands.selftest-bad"));
            return sound ? ExitCode.Done : ExitCode.Failed;
        }
        catch (DbException e)
        {
            throw new InstallationFaultException("commands.fault-selftest", DatabaseErrors.Of(e)?.Text ?? e.Message);
        }
        finally
        {
            await RemoveAsync(db);
        }
    }

    private static async Task RemoveAsync(NetworksDbContext db)
    {
        try
        {
            await db.Database.EnsureDeletedAsync();
        }
        catch (DbException)
        {
            // A server that could not make it has nothing to remove; why, is being told.
        }
    }
}

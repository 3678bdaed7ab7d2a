using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Nodes;
using Networks.Workflows.Common;

namespace Networks.Web.Commands.Backups;

/// <summary>
/// <c>networks restore FILE</c>: proves a copy, then puts it in the place of what is there. No mail leaves afterwards until
/// somebody says so: what the copy holds as queued may have left since.
/// </summary>
internal sealed class Restore : Verb
{
    private const string Replace = "--replace";

    public override string Name => "restore";

    public override string Arguments => "FILE.zip [--replace] [--Name=value ...]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var source, .. var options] || source.StartsWith('-') || Stray(options) is not null)
        {
            await errors.WriteLineAsync(Words.Say("commands.file-wanted", Name, Arguments));
            return ExitCode.Usage;
        }

        if (!File.Exists(source))
        {
            throw new InstallationFaultException("commands.fault-backup-none", source);
        }

        await using var app = Quiet(options.Where(o => o != Replace));
        using var held = Installation.Hold(app.Configuration);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var (provider, copy) = DatabaseCopies.Of(app.Configuration, db);
        if (!options.Contains(Replace) && await copy.HoldsAnythingAsync(CancellationToken.None))
        {
            throw new InstallationFaultException("commands.fault-restore-covers", Replace);
        }

        var clock = app.Services.GetRequiredService<TimeProvider>();
        var folder = DataSetup.FolderOf(app.Configuration);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var staging = Directory.CreateDirectory(Path.Combine(folder, $"restore-{stamp}")).FullName;
        using var steps = new StepLines(output, clock);
        try
        {
            steps.Begin(Words.Say("commands.restore-reading"));
            var manifest = await UnpackAsync(source, provider, db, staging, CancellationToken.None);
            var database = Path.Combine(staging, "database");
            await using (var copied = copy.Open(database))
            {
                if (copied is not null)
                {
                    steps.Begin(Words.Say("commands.restore-proving"));
                    await DatabaseProof.ProveFilesAsync((await DatabaseProof.ProveAsync(copied, CancellationToken.None)).Files, Path.Combine(staging, "files"), CancellationToken.None);
                    await PauseMailAsync(copied, clock, CancellationToken.None);
                }
            }

            steps.Begin(Words.Say("commands.restore-placing"));
            AddMissing(Path.Combine(staging, "files"), Path.Combine(folder, "files"));
            AddMissing(Path.Combine(staging, "keys"), KeysSetup.FolderOf(app.Configuration));
            var aside = Path.Combine(folder, $"before-restore-{stamp}");
            await copy.PutBackAsync(database, aside, CancellationToken.None);
            if (provider != DatabaseProvider.Sqlite)
            {
                steps.Begin(Words.Say("commands.restore-proving"));
                await PauseMailAsync(db, clock, CancellationToken.None);
                await DatabaseProof.ProveFilesAsync((await DatabaseProof.ProveAsync(db, CancellationToken.None)).Files, Path.Combine(folder, "files"), CancellationToken.None);
            }

            steps.End();
            await output.WriteLineAsync(Words.Say("commands.restore-done", manifest.MadeAt, manifest.Cases, manifest.Facts, manifest.Files));
            if (Directory.Exists(aside))
            {
                await output.WriteLineAsync(Words.Say("commands.restore-aside", aside));
            }

            await output.WriteLineAsync(Words.Say("commands.restore-mail"));
            return ExitCode.Done;
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    private static async Task<BackupManifest> UnpackAsync(string source, DatabaseProvider provider, NetworksDbContext db, string staging, CancellationToken cancellationToken)
    {
        try
        {
            await using var archive = await ZipFile.OpenReadAsync(source, cancellationToken);
            var manifest = await BackupArchive.ReadManifestAsync(archive, source, cancellationToken);
            if (manifest.Provider != provider)
            {
                throw new InstallationFaultException("commands.fault-backup-provider", manifest.Provider, provider);
            }

            if (!db.Database.GetMigrations().Contains(manifest.Migration))
            {
                throw new InstallationFaultException("commands.fault-backup-newer", source, manifest.Program);
            }

            await BackupArchive.UnpackAsync(archive, manifest, staging, cancellationToken);
            return manifest;
        }
        catch (InvalidDataException)
        {
            throw new InstallationFaultException("commands.fault-backup-none", source);
        }
    }

    private static async Task PauseMailAsync(NetworksDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await db.MailPauses.AnyAsync(cancellationToken))
        {
            db.Add(new MailPause(MailPauseReasons.Restored, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // Files are named by their content and keys by their number: what is there already is the same.
    private static void AddMissing(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place))
            {
                File.Move(file, place);
            }
        }
    }
}

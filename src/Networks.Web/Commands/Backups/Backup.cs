using System.IO.Compression;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Web.Infrastructure;
using Networks.Web.Infrastructure.Nodes;
using Networks.Workflows.Common;

namespace Networks.Web.Commands.Backups;

/// <summary><c>networks backup FILE</c>: a proved copy of everything, made while the service runs.</summary>
internal sealed class Backup : Verb
{
    public override string Name => "backup";

    public override string Arguments => "FILE.zip [--Name=value ...]";

    public override async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (args is not [var target, .. var settings] || target.StartsWith('-') || Stray(settings) is not null)
        {
            await errors.WriteLineAsync(Words.Say("commands.file-wanted", Name, Arguments));
            return ExitCode.Usage;
        }

        if (File.Exists(target))
        {
            throw new InstallationFaultException("commands.fault-backup-exists", target);
        }

        await using var app = Quiet(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        if (!await db.Database.CanConnectAsync())
        {
            throw new InstallationFaultException("commands.fault-backup-nothing");
        }

        // Made under another name and renamed: a file of this name is always a whole copy.
        var partial = target + ".partial";
        var database = target + ".database";
        using var steps = new StepLines(output, app.Services.GetRequiredService<TimeProvider>());
        try
        {
            var manifest = await WriteAsync(app, db, partial, database, steps, CancellationToken.None);
            File.Move(partial, target);
            steps.End();
            await output.WriteLineAsync(Words.Say("commands.backup-done", target, manifest.Cases, manifest.Facts, manifest.Files, new FileInfo(target).Length / 1024));
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InstallationFaultException("commands.fault-backup-write", target, e.Message);
        }
        finally
        {
            foreach (var left in new[] { partial, database }.Where(File.Exists))
            {
                File.Delete(left);
            }
        }
    }

    private static async Task<BackupManifest> WriteAsync(WebApplication app, NetworksDbContext db, string partial, string database, StepLines steps, CancellationToken cancellationToken)
    {
        var (provider, copy) = DatabaseCopies.Of(app.Configuration, db);
        steps.Begin(Words.Say("commands.backup-copying"));
        var (proved, migration) = await copy.CopyToAsync(
            database,
            async moment =>
            {
                steps.Begin(Words.Say("commands.backup-proving"));
                return (await DatabaseProof.ProveAsync(moment, cancellationToken), (await moment.Database.GetAppliedMigrationsAsync(cancellationToken)).Last());
            },
            cancellationToken);

        // The database first: files are only ever added, so every file that the copy names is there afterwards.
        steps.Begin(Words.Say("commands.backup-packing", proved.Files.Count));
        var folder = DataSetup.FolderOf(app.Configuration);
        await using var file = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var manifest = await FillAsync(file, hash => new BackupManifest(
            BackupManifest.CurrentFormat,
            app.Services.GetRequiredService<TimeProvider>().GetUtcNow(),
            typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            provider, migration, hash, proved.Cases, proved.Facts, proved.Files.Count), database, proved.Files, folder, KeysSetup.FilesOf(app.Configuration), cancellationToken);
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task<BackupManifest> FillAsync(
        Stream file, Func<string, BackupManifest> manifestOf, string database, IEnumerable<string> hashes, string folder, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var manifest = manifestOf(await BackupArchive.AddDatabaseAsync(archive, database, cancellationToken));
        foreach (var hash in hashes)
        {
            var path = Path.Combine(folder, "files", DiskFileStore.PlaceOf(hash));
            if (!File.Exists(path))
            {
                throw new InstallationFaultException("commands.fault-file-missing", hash);
            }

            if (await BackupArchive.AddAsync(archive, $"files/{hash}", path, cancellationToken) != hash)
            {
                throw new InstallationFaultException("commands.fault-file-changed", hash);
            }
        }

        foreach (var key in keys)
        {
            await BackupArchive.AddAsync(archive, $"keys/{Path.GetFileName(key)}", key, cancellationToken);
        }

        await BackupArchive.AddManifestAsync(archive, manifest, cancellationToken);
        return manifest;
    }
}

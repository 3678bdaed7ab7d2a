using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Networks.Web.Infrastructure;

namespace Networks.Web.Commands.Backups;

/// <summary>
/// The layout of a copy, a zip: <c>networks-backup.json</c>, <c>database</c>, <c>files/&lt;sha256&gt;</c>,
/// <c>keys/&lt;name&gt;.xml</c>. Nothing else is read out of one.
/// </summary>
internal static partial class BackupArchive
{
    private const string Manifest = "networks-backup.json";
    private const string Database = "database";

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Puts a file in and hashes it on the way.</summary>
    /// <returns>SHA-256, lower hexadecimal.</returns>
    public static async Task<string> AddAsync(ZipArchive archive, string name, string path, CancellationToken cancellationToken)
    {
        await using var from = File.OpenRead(path);
        await using var to = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        return await CopyAsync(from, to, cancellationToken);
    }

    public static Task<string> AddDatabaseAsync(ZipArchive archive, string path, CancellationToken cancellationToken) =>
        AddAsync(archive, Database, path, cancellationToken);

    public static async Task AddManifestAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var to = await archive.CreateEntry(Manifest).OpenAsync(cancellationToken);
        await JsonSerializer.SerializeAsync(to, manifest, _json, cancellationToken);
    }

    /// <exception cref="InstallationFaultException">The archive is none of ours, or of a later program.</exception>
    public static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, string shown, CancellationToken cancellationToken)
    {
        try
        {
            if (archive.GetEntry(Manifest) is { } entry)
            {
                await using var from = await entry.OpenAsync(cancellationToken);
                if (await JsonSerializer.DeserializeAsync<BackupManifest>(from, _json, cancellationToken) is { } manifest)
                {
                    return manifest.Format == BackupManifest.CurrentFormat ? manifest : throw new InstallationFaultException("commands.fault-backup-newer", shown, manifest.Program);
                }
            }
        }
        catch (JsonException)
        {
            // Told below, as any other file that is no copy of ours.
        }

        throw new InstallationFaultException("commands.fault-backup-none", shown);
    }

    /// <summary>Unpacks database, files and keys and checks every byte against the hashes that the archive states.</summary>
    /// <param name="folder">Gets <c>database</c>, <c>files</c> and <c>keys</c>.</param>
    /// <exception cref="InstallationFaultException">Something is not what the archive says.</exception>
    public static async Task UnpackAsync(ZipArchive archive, BackupManifest manifest, string folder, CancellationToken cancellationToken)
    {
        foreach (var entry in archive.Entries.Where(e => e.FullName != Manifest))
        {
            var (place, hash) = entry.FullName switch
            {
                Database => (Database, manifest.DatabaseSha256),
                var name when FileName().Match(name) is { Success: true } file => (Path.Combine("files", DiskFileStore.PlaceOf(file.Groups[1].Value)), file.Groups[1].Value),
                var name when KeyName().IsMatch(name) => (name, null),
                var name => throw new InstallationFaultException("commands.fault-backup-stray", name),
            };
            var path = Path.Combine(folder, place);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var from = await entry.OpenAsync(cancellationToken);
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var found = await CopyAsync(from, to, cancellationToken);
            to.Flush(flushToDisk: true);
            if (hash is not null && hash != found)
            {
                throw new InstallationFaultException("commands.fault-backup-damaged", entry.FullName);
            }
        }
    }

    private static async Task<string> CopyAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [GeneratedRegex("^files/([0-9a-f]{64})\\z")]
    private static partial Regex FileName();

    [GeneratedRegex("^keys/[A-Za-z0-9-]+\\.xml\\z")]
    private static partial Regex KeyName();
}

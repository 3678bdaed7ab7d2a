using System.Globalization;
using System.Text.Json;
using Networks.Web.Infrastructure;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>
/// The folder that the demo lives in. A marker is written last, when the story has been told; without it nothing in a
/// folder is ever taken for the demo's, and nothing is deleted.
/// </summary>
internal sealed class DemoFolder(string path)
{
    private static readonly string[] _ours = ["networks.db", "networks.db-wal", "networks.db-shm", "networks.db.lock", AnchorName, MarkerName, BegunName];

    private const string MarkerName = "demo.json";
    private const string BegunName = "demo.begun";
    private const string AnchorName = "demo-anchor.pem";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Database => At("networks.db");

    /// <summary>The certificate that the demo's signatures lead to, in PEM.</summary>
    public string Anchor => At(AnchorName);

    /// <summary>The day of the story that is in the folder; null when there is none, or it was not told to its end.</summary>
    public DateOnly? ToldFor()
    {
        var marker = At(MarkerName);
        return File.Exists(marker) && JsonSerializer.Deserialize<Marker>(File.ReadAllText(marker)) is { } told
            ? DateOnly.ParseExact(told.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Makes the folder ready for a new story: what an older demo left there goes, and nothing else.</summary>
    /// <exception cref="InstallationFaultException">The folder holds something that no demo made.</exception>
    public void Clear()
    {
        Directory.CreateDirectory(Path);
        var ours = File.Exists(At(MarkerName)) || File.Exists(At(BegunName));
        if (!ours && Directory.EnumerateFileSystemEntries(Path).Any())
        {
            throw new InstallationFaultException("commands.fault-demo-folder", Path);
        }

        foreach (var name in _ours)
        {
            File.Delete(At(name));
        }

        foreach (var folder in new[] { "files", "keys" }.Select(At).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        File.WriteAllText(At(BegunName), "");
    }

    public void MarkTold(DateOnly asOf)
    {
        File.WriteAllText(At(MarkerName), JsonSerializer.Serialize(new Marker(asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        File.Delete(At(BegunName));
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);

    private sealed record Marker(string AsOf);
}

using Networks.Workflows.Common;

namespace Networks.Web.Infrastructure;

/// <summary>The folder of documents, keys and the embedded database.</summary>
internal static class DataFolder
{
    /// <summary>Below this much free space nothing large is safe to begin: the largest upload, with its log and its copy.</summary>
    public const long SpareBytes = 100 * 1024 * 1024;

    /// <summary>Setting for another amount, in bytes.</summary>
    public const string SpareSetting = "Networks:SpareBytes";

    /// <returns>Its path, and in words what keeps it from being used.</returns>
    public static (string Folder, string? Fault) Look(IConfiguration configuration)
    {
        var folder = DataSetup.FolderOf(configuration);
        var probe = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            var free = new DriveInfo(folder).AvailableFreeSpace;
            var wanted = configuration.GetValue(SpareSetting, SpareBytes);
            return (folder, free >= wanted ? null : Words.Say("check.folder-full", folder, free / (1024 * 1024), wanted / (1024 * 1024)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (folder, Words.Say("check.folder-broken", folder, e.Message));
        }
    }
}

namespace Networks.Architecture.Tests.Support;

/// <summary>The sources that the tests were built from: the folder above that holds the solution.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Folder(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Files that people wrote, as paths from the root with slashes: no build output, no migrations, no compiled model.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Folder(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/Migrations/", StringComparison.Ordinal)
                && !path.StartsWith("src/Networks.Data/Sqlite/Model/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string path) => File.ReadAllText(Folder(path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Networks.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}

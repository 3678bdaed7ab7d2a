namespace Networks.Web.Shell;

/// <summary>One entry of the bar.</summary>
/// <param name="Address">First part of the path; the entry is current for everything below it.</param>
/// <param name="Key">Its word.</param>
/// <param name="Shortcut">Letter after <c>g</c>; null for none.</param>
/// <param name="Roles">Who sees it: any of these; empty for every signed-in person. Seeing is not yet being allowed.</param>
/// <param name="DemoOnly">Only while the demo runs.</param>
internal sealed record NavEntry(string Address, string Key, char? Shortcut, IReadOnlyList<string> Roles, bool DemoOnly = false)
{
    private static readonly string[] _caseWorkers = ["Desk", "Lead", "Auditor"];

    /// <summary>The bar, in order.</summary>
    public static readonly IReadOnlyList<NavEntry> All =
    [
        new("/", "shell.nav-today", 'o', _caseWorkers),
        new("/networks", "shell.nav-networks", 'r', _caseWorkers),
        new("/firms", "shell.nav-firms", 'i', ["Desk"]),
        new("/region", "shell.nav-region", 'q', ["Lead", "Auditor"]),
        new("/introductions", "shell.nav-introductions", null, ["Desk"]),
        new("/services", "shell.nav-services", null, ["Lead"]),
        new("/administration", "shell.nav-administration", 'p', ["Administrator", "Lead", "Auditor"])
        {
            Also = ["/people", "/connections", "/service", "/procedures/move", "/templates", "/calendars", "/programmes", "/audit", "/exchange"],
        },
        new("/outbox", "shell.nav-outbox", 'm', [], DemoOnly: true),
    ];

    /// <summary>What else the entry is current for, because its page leads there.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public bool IsFor(Viewer viewer, bool demo) => (demo || !DemoOnly) && (Roles.Count == 0 || Roles.Any(viewer.Roles.Contains));

    public bool IsCurrent(PathString path) => Address == "/" ? path == "/" : Also.Prepend(Address).Any(part => path.StartsWithSegments(part, StringComparison.Ordinal));
}

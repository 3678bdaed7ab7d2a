using Networks.Data;
using Networks.Workflows.Casework;

namespace Networks.Web.Casework.HandOverMany;

/// <summary>The address of giving several tasks or networks to a colleague, and how chosen rows are named in addresses.</summary>
internal static class HandOverManyLink
{
    public const string Page = "/hand-over";

    /// <summary>Name of the boxes on a list of tasks.</summary>
    public const string Task = "task";

    /// <summary>Name of the boxes on a list of networks.</summary>
    public const string Network = "network";

    /// <returns>Null for a line that is nobody's to hand over: between desks, or a note to oneself.</returns>
    public static string? Of(TaskRow row) => row.Task == "silent-firms" ? $"{row.CaseId.Value:N}"
        : row.Item is { } item && row.Task != "confirm-firm" && !TaskAddress.IsRequest(row) ? $"{row.CaseId.Value:N}.{item:N}"
        : null;

    /// <summary>Single tasks; a line about several of a network counts as its network.</summary>
    public static IReadOnlyList<Guid> Items(IEnumerable<string> tasks) =>
        [.. tasks.Select(t => t.Split('.')).Where(t => t.Length == 2).Select(t => Read(t[1])).OfType<Guid>()];

    public static IReadOnlyList<CaseId> Networks(IEnumerable<string> tasks, IEnumerable<string> networks) =>
        [.. tasks.Where(t => !t.Contains('.', StringComparison.Ordinal)).Concat(networks).Select(Read).OfType<Guid>().Select(id => new CaseId(id))];

    /// <summary>The networks of all chosen rows, of single tasks too.</summary>
    public static IReadOnlyList<CaseId> AllNetworks(IEnumerable<string> tasks, IEnumerable<string> networks) =>
        [.. tasks.Select(t => t.Split('.')[0]).Concat(networks).Select(Read).OfType<Guid>().Distinct().Select(id => new CaseId(id))];

    private static Guid? Read(string typed) => Guid.TryParse(typed, out var id) ? id : null;
}

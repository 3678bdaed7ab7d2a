using Networks.Workflows.Casework.ListMyTasks;

namespace Networks.Web.Casework.ListMyTasks;

/// <summary>The address of "Oggi": whose tasks it shows stands in it, so that everybody keeps their own.</summary>
internal static class ListMyTasksLink
{
    /// <summary>Name in the query.</summary>
    public const string Show = "show";

    public static string To(TaskScope scope = TaskScope.Desk) => scope == TaskScope.Desk ? "/" : $"/?{Show}={Word(scope)}";

    /// <summary>Back at one row, when it is still there.</summary>
    public static string ToRow(string row, TaskScope scope = TaskScope.Desk) => $"{To(scope)}#{row}";

    /// <summary>The word of the query; anything else is the desk's.</summary>
    public static TaskScope ScopeOf(string? word) => word switch
    {
        "mine" => TaskScope.Mine,
        "all" => TaskScope.All,
        _ => TaskScope.Desk,
    };

    private static string Word(TaskScope scope) => scope switch
    {
        TaskScope.Mine => "mine",
        TaskScope.Desk => "desk",
        TaskScope.All => "all",
    };
}

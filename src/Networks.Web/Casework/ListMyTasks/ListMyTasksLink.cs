namespace Networks.Web.Casework.ListMyTasks;

/// <summary>The address of "Oggi".</summary>
internal static class ListMyTasksLink
{
    public static string To() => "/";

    /// <summary>Back at one row, when it is still there.</summary>
    public static string ToRow(string row) => $"/#{row}";
}

namespace Networks.Web.Casework.HandOverTask;

/// <summary>The address of giving a task to a colleague.</summary>
internal static class HandOverTaskLink
{
    public static string To(Guid id, Guid item) => $"/networks/{id}/tasks/{item}/hand-over";
}

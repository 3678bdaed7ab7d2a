namespace Networks.Web.Casework.CloseCase;

/// <summary>The address of closing without outcome.</summary>
internal static class CloseCaseLink
{
    public static string To(Guid id) => $"/networks/{id}/close";
}

namespace Networks.Web.Casework.ShowCase;

/// <summary>The address of a case's page, and of its parts.</summary>
internal static class CaseLink
{
    public static string To(Guid id) => $"/networks/{id}";

    public static string ToHistory(Guid id) => $"/networks/{id}#history";
}

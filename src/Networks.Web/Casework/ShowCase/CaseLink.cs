namespace Networks.Web.Casework.ShowCase;

/// <summary>The address of a case's page.</summary>
internal static class CaseLink
{
    public static string To(Guid id) => $"/networks/{id}";
}

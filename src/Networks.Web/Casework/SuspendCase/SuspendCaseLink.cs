namespace Networks.Web.Casework.SuspendCase;

/// <summary>The address of letting a case rest and of taking it up again.</summary>
internal static class SuspendCaseLink
{
    public static string To(Guid id) => $"/networks/{id}/suspend";
}

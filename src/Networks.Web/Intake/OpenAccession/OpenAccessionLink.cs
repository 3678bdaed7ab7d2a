namespace Networks.Web.Intake.OpenAccession;

/// <summary>A firm joins a network that runs.</summary>
internal static class OpenAccessionLink
{
    public static string To(Guid id) => $"/networks/{id}/accession";
}

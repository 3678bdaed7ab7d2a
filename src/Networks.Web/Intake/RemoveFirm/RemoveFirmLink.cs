namespace Networks.Web.Intake.RemoveFirm;

/// <summary>Where a firm leaves a case before the deed.</summary>
internal static class RemoveFirmLink
{
    public static string To(Guid caseId, Guid participant) => $"/networks/{caseId}/firms/{participant}/remove";
}

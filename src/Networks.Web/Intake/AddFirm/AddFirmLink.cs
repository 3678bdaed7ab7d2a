namespace Networks.Web.Intake.AddFirm;

/// <summary>Where a firm is added to a case.</summary>
internal static class AddFirmLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/add-firm";
}

namespace Networks.Web.Intake.EditFirm;

/// <summary>Where the data of a firm in a case stand.</summary>
internal static class EditFirmLink
{
    public static string To(Guid caseId, Guid participant) => $"/networks/{caseId}/firms/{participant}";
}

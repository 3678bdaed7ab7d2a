namespace Networks.Web.Intake.ConfirmFirm;

/// <summary>Where a desk says whether the firm it follows takes part.</summary>
internal static class ConfirmFirmLink
{
    public static string To(Guid caseId, Guid participant) => $"/networks/{caseId}/confirm/{participant}";
}

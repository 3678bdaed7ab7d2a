namespace Networks.Web.Intake.ChooseKind;

/// <summary>Where kind of network and form of signature are chosen.</summary>
internal static class ChooseKindLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/kind";
}

namespace Networks.Web.Intake.CompleteIntake;

/// <summary>Where the intake of a case is completed.</summary>
internal static class CompleteIntakeLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/complete-intake";
}

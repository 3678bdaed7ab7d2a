namespace Networks.Web.Intake.OpenCase;

/// <summary>Where a new case is opened.</summary>
internal static class OpenCaseLink
{
    public static string To() => "/networks/new";
}

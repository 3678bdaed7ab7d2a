using Networks.Workflows.Casework.Absences;

namespace Networks.Web.Casework.Absences;

/// <summary>Where work is handed over before an absence, and read by who stands in.</summary>
internal static class AbsenceLink
{
    public const string Page = PlanAbsence.Path;
}

using Networks.Data;

namespace Networks.Web.Monitoring.ShowAsLead;

/// <summary>What the lead sees of a case.</summary>
internal static class ShowAsLeadLink
{
    public static string To(CaseId @case) => $"/networks/{@case.Value}/as-lead";
}

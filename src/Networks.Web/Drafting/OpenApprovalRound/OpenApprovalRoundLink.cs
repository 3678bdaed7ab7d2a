namespace Networks.Web.Drafting.OpenApprovalRound;

/// <summary>Where the newest text is put to the firms.</summary>
internal static class OpenApprovalRoundLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/round/open";
}

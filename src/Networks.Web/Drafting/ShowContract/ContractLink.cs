namespace Networks.Web.Drafting.ShowContract;

/// <summary>Address of a network's contract.</summary>
public static class ContractLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/contract";
}

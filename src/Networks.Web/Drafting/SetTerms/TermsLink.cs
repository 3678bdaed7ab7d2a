namespace Networks.Web.Drafting.SetTerms;

/// <summary>Address of what the firms agree on.</summary>
public static class TermsLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/terms";
}

using Networks.Workflows.Discovery;

namespace Networks.Web.Discovery.ListNeeds;

/// <summary>The board of needs, one need, and where one is sent.</summary>
internal static class NeedLink
{
    public static string To() => "/needs";

    public static string To(Guid need) => $"/needs/{need}";

    public static string ToSend(Guid caseId, Facets? facets = null) => $"/networks/{caseId}/need" + (facets is null ? "" : FacetQuery.To(facets));
}

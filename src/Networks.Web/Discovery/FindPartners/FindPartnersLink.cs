using Networks.Workflows.Discovery;

namespace Networks.Web.Discovery.FindPartners;

/// <summary>Where a desk looks for partners for a case, and asks for one.</summary>
internal static class FindPartnersLink
{
    public static string To(Guid caseId) => $"/networks/{caseId}/find-partner";

    public static string To(Guid caseId, Facets facets) => To(caseId) + (FacetQuery.To(facets) is { Length: > 0 } query ? query : "?q=");

    public static string ToAsk(Guid caseId, Guid card) => $"/networks/{caseId}/find-partner/{card}";
}

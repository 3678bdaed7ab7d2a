namespace Networks.Web.Changes.SettleFund;

/// <summary>The common fund of a network that ends.</summary>
internal static class SettleFundLink
{
    public static string To(Guid id, Guid change) => $"/networks/{id}/changes/{change}/fund";
}

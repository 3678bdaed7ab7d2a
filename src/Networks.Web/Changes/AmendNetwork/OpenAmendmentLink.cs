namespace Networks.Web.Changes.AmendNetwork;

/// <summary>Where an amendment of the contract is started.</summary>
internal static class OpenAmendmentLink
{
    public static string To(Guid id) => $"/networks/{id}/amendment";
}

namespace Networks.Web.Changes.CloseNetwork;

/// <summary>Where the end of a network is started.</summary>
internal static class OpenClosingLink
{
    public static string To(Guid id) => $"/networks/{id}/closing";
}

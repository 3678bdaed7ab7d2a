namespace Networks.Web.Changes.ConfirmEnd;

/// <summary>Where the last day of a network is confirmed.</summary>
internal static class ConfirmEndLink
{
    public static string To(Guid id, Guid change) => $"/networks/{id}/changes/{change}/end";
}

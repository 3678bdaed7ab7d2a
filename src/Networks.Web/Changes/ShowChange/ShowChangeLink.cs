namespace Networks.Web.Changes.ShowChange;

/// <summary>What happens to a network after its deed: the list, and one change.</summary>
internal static class ShowChangeLink
{
    public static string To(Guid id) => $"/networks/{id}/changes";

    /// <param name="change">The change, or one of its lines or votes.</param>
    public static string To(Guid id, Guid change) => $"{To(id)}/{change}";
}

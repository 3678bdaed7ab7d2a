namespace Networks.Web.Casework.ShowHistory;

/// <summary>The address of a case's whole history.</summary>
internal static class ShowHistoryLink
{
    public static string To(Guid id) => $"/networks/{id}/history";

    /// <param name="before">Rows before this number.</param>
    public static string To(Guid id, int before) => $"/networks/{id}/history?before={before}";
}

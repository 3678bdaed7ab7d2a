namespace Networks.Web.Discovery.ListFirms;

/// <summary>The desk's own register of firms.</summary>
internal static class ListFirmsLink
{
    public static string To() => "/firms";
}

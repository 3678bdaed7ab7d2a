namespace Networks.Web.Discovery.ListEnding;

/// <summary>Firms of the desk's register whose permissions end soon.</summary>
internal static class ListEndingLink
{
    public static string To() => "/firms/ending";
}

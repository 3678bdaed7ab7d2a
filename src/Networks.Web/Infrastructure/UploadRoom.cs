namespace Networks.Web.Infrastructure;

/// <summary>How much a page with a file field reads before the server cuts the connection.</summary>
internal static class UploadRoom
{
    /// <summary>
    /// Far more than any file may have, so that a file that is too large is told so at its field instead of being cut off.
    /// </summary>
    public const int Bytes = 100 * 1024 * 1024;
}

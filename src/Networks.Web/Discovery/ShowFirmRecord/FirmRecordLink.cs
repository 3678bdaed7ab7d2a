namespace Networks.Web.Discovery.ShowFirmRecord;

/// <summary>A firm in the desk's own register.</summary>
internal static class FirmRecordLink
{
    public static string To(Guid firm) => $"/firms/{firm}";

    public static string ToNew() => "/firms/new";
}

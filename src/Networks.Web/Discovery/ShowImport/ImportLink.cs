namespace Networks.Web.Discovery.ShowImport;

/// <summary>The imports of the desk's register.</summary>
internal static class ImportLink
{
    public static string ToUpload() => "/firms/import";

    public static string To(Guid import) => $"/firms/imports/{import}";

    /// <summary>The rows that were not taken, to mend and send again.</summary>
    public static string ToFaults(Guid import) => $"/firms/imports/{import}/faults.csv";
}

namespace Networks.Web.Administration;

/// <summary>Addresses of the administration.</summary>
internal static class AdministrationLink
{
    public const string Home = "/administration";

    public const string Audit = "/audit";

    public const string Calendars = "/calendars";

    public const string Programmes = "/programmes";

    /// <summary>All that is the association's, as a file.</summary>
    public const string Exports = "/exports";

    /// <summary>What firms asked the desk about their data.</summary>
    public const string DataRequests = "/data-requests";

    /// <summary>What is held about the person who is signed in.</summary>
    public const string OwnData = "/account/data.zip";

    public const string Templates = "/templates";

    public static string FirmHoldings(Guid firm) => $"/firms/{firm}/data";

    public static string FirmPackage(string firm) => $"/firms/{firm}/data.zip";

    public static string Export(string export) => $"{Exports}/{export}.zip";

    /// <summary>The form filled with a closing that is to be corrected.</summary>
    public static string Correct(Guid closing) => $"{Calendars}?correct={closing}#form-preview";

    /// <summary>What it would change to take closing days back, before it is done.</summary>
    public static string Remove(Guid closing) => $"{Calendars}?remove={closing}";

    /// <param name="template">Version of a template.</param>
    public static string Template(string template) => $"{Templates}/{template}.docx";

    public static string Example(string template) => $"{Templates}/{template}/example.docx";
}

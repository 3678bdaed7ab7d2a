using System.Globalization;

namespace Networks.Workflows.Common;

/// <summary>What a case is about. The desk writes it in its own words; for a network that is taken in the service does.</summary>
internal static class CaseNeed
{
    private const string _strengthen = "intake.need-strengthen";

    /// <summary>As it is stored for a network that exists already.</summary>
    public static string Strengthen => Words.In(Words.Italian, _strengthen);

    public static string Say(string need) => In(CultureInfo.CurrentUICulture, need);

    /// <summary>The service's own words in the language of the reader; a desk's as they were written.</summary>
    public static string In(CultureInfo language, string need) => need == Strengthen ? Words.In(language, _strengthen) : need;
}

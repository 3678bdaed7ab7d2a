using Networks.Data;

namespace Networks.Web.Registration.ShowFilings;

/// <summary>The filings of a network, chamber by chamber, and the day of effect.</summary>
public static class ShowFilingsLink
{
    public static string To(CaseId @case) => $"/networks/{@case.Value}/filings";
}

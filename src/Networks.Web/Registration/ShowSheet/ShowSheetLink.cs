using Networks.Data;

namespace Networks.Web.Registration.ShowSheet;

/// <summary>Checklist and data sheet of one filing, to print.</summary>
public static class ShowSheetLink
{
    public static string To(CaseId @case, FilingId filing) => $"/networks/{@case.Value}/filings/{filing.Value}/sheet";
}

using Networks.Data;

namespace Networks.Web.Registration.RecordOutcome;

/// <summary>One filing: what the chamber said.</summary>
public static class RecordOutcomeLink
{
    public static string To(CaseId @case, FilingId filing) => $"/networks/{@case.Value}/filings/{filing.Value}";
}

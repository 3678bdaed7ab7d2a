using Networks.Data;

namespace Networks.Web.Registration.SendFiling;

/// <summary>One filing: that it was sent, with its protocol number.</summary>
public static class SendFilingLink
{
    public static string To(CaseId @case, FilingId filing) => $"/networks/{@case.Value}/filings/{filing.Value}/send";
}

using Networks.Data;

namespace Networks.Web.Signing.RecordDeed;

/// <summary>Recording the deed that was made before a notary.</summary>
public static class RecordDeedLink
{
    public static string To(CaseId @case) => $"/networks/{@case.Value}/deed";
}

using Networks.Data;

namespace Networks.Web.Signing.UploadSigned;

/// <summary>Bringing in files that were signed outside.</summary>
public static class UploadSignedLink
{
    public static string To(CaseId @case) => $"/networks/{@case.Value}/signing/upload";
}

using Networks.Data;

namespace Networks.Web.Signing.AcceptSigned;

/// <summary>What was found in one signed file, and letting it pass with a reason.</summary>
public static class AcceptSignedLink
{
    public static string To(CaseId @case, Guid signedFile) => $"/networks/{@case.Value}/signing/files/{signedFile}";
}

using Networks.Data;

namespace Networks.Web.Signing.ShowSigning;

/// <summary>Who has signed the frozen text, with which file, and who is missing.</summary>
public static class ShowSigningLink
{
    public static string To(CaseId @case) => $"/networks/{@case.Value}/signing";
}

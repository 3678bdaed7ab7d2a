using Networks.Data;

namespace Networks.Web.Mail.CaseMail;

/// <summary>The mails of a case: what left, what waits, what did not arrive.</summary>
public static class CaseMailLink
{
    public static string To(CaseId @case) => $"/networks/{@case.Value}/mail";

    /// <summary>The preview of what happens with chosen ones.</summary>
    public static string ToChosen(CaseId @case) => $"{To(@case)}/chosen";
}

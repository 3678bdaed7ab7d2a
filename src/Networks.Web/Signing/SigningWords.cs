using Networks.Data.EnterpriseNetworks;
using Networks.Data.Signing;
using Networks.Web.Components;
using Networks.Workflows.Common;

namespace Networks.Web.Signing;

/// <summary>Words and shapes that the signing pages share.</summary>
internal static class SigningWords
{
    public static string Verdict(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Valid => Words.Say("signing-pages.verdict-valid"),
        SignatureVerdict.Invalid => Words.Say("signing-pages.verdict-invalid"),
        SignatureVerdict.Indeterminate => Words.Say("signing-pages.verdict-indeterminate"),
        SignatureVerdict.NotChecked => Words.Say("signing-pages.verdict-not-checked"),
    };

    public static TagState Tag(SignatureVerdict verdict, bool counts) =>
        counts ? TagState.Done
        : verdict == SignatureVerdict.Invalid ? TagState.No
        : TagState.Partly;

    public static string Form(SignatureForm? form) => form switch
    {
        SignatureForm.DigitalStandardModel => Words.Say("signing-pages.form-digital"),
        SignatureForm.DigitalAuthenticated => Words.Say("signing-pages.form-authenticated-digital"),
        SignatureForm.NotarialDeed => Words.Say("signing-pages.form-notarial"),
        SignatureForm.AuthenticatedPrivateDeed => Words.Say("signing-pages.form-authenticated"),
        null => Words.Say("signing-pages.form-open"),
    };
}

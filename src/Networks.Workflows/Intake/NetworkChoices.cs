using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake;

/// <summary>Kind of network and form of signature: what fits, and the words of the history for what was chosen.</summary>
internal static class NetworkChoices
{
    /// <summary>Why the form does not fit the kind, at the field; null when it does or one of them is still open.</summary>
    public static Refusal? Misfit(NetworkKind? kind, SignatureForm? form) =>
        kind is { } k && form is { } f && SigningForm.Check(k, f) is { } finding ? IntakeRefusals.By(finding, "form") : null;

    public static string Chosen(NetworkKind? kind) => kind switch
    {
        NetworkKind.Contractual => "intake.kind-contractual-chosen",
        NetworkKind.LegalEntity => "intake.kind-legal-entity-chosen",
        null => "intake.kind-left-open",
    };

    public static string Chosen(SignatureForm? form) => form switch
    {
        SignatureForm.DigitalStandardModel => "intake.form-standard-model-chosen",
        SignatureForm.DigitalAuthenticated => "intake.form-digital-authenticated-chosen",
        SignatureForm.NotarialDeed => "intake.form-notarial-deed-chosen",
        SignatureForm.AuthenticatedPrivateDeed => "intake.form-authenticated-deed-chosen",
        null => "intake.form-left-open",
    };
}

using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Rules;

/// <summary>Which forms of signature a network contract may have.</summary>
/// <remarks>Law: D.L. 5/2009 art. 3 co. 4-ter and 4-quater; D.Lgs. 82/2005 artt. 24 and 25. Sources S02, S07, S09.</remarks>
public static class SigningForm
{
    public static LegalRule Rule { get; } = new(
        "signing-form",
        1,
        new DateOnly(2015, 1, 8),
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter e 4-quater; D.Lgs. 7 marzo 2005, n. 82, artt. 24 e 25; D.M. 10 aprile 2014, n. 122",
        ["S02", "S07", "S09"],
        ToVerify: false,
        [
            new("Contractual", "DigitalStandardModel DigitalAuthenticated NotarialDeed AuthenticatedPrivateDeed",
                () => string.Join(' ', Allowed(NetworkKind.Contractual))),
            new("LegalEntity", "DigitalAuthenticated NotarialDeed AuthenticatedPrivateDeed",
                () => string.Join(' ', Allowed(NetworkKind.LegalEntity))),
            new("LegalEntity DigitalStandardModel", "rules.form-standard-model-refused",
                () => Check(NetworkKind.LegalEntity, SignatureForm.DigitalStandardModel)?.Code ?? "none"),
        ]);

    /// <summary>The standard model without public official is for the contractual network alone.</summary>
    public static IReadOnlyList<SignatureForm> Allowed(NetworkKind kind) => kind switch
    {
        NetworkKind.Contractual =>
        [
            SignatureForm.DigitalStandardModel,
            SignatureForm.DigitalAuthenticated,
            SignatureForm.NotarialDeed,
            SignatureForm.AuthenticatedPrivateDeed,
        ],
        NetworkKind.LegalEntity =>
        [
            SignatureForm.DigitalAuthenticated,
            SignatureForm.NotarialDeed,
            SignatureForm.AuthenticatedPrivateDeed,
        ],
    };

    /// <summary>Whether a notary or another public official takes part.</summary>
    public static bool NeedsPublicOfficial(SignatureForm form) => form switch
    {
        SignatureForm.DigitalStandardModel => false,
        SignatureForm.DigitalAuthenticated => true,
        SignatureForm.NotarialDeed => true,
        SignatureForm.AuthenticatedPrivateDeed => true,
    };

    /// <returns>The reason why the form does not fit the kind, or null when it does.</returns>
    public static RuleFinding? Check(NetworkKind kind, SignatureForm form) =>
        Allowed(kind).Contains(form) ? null : new(Rule.Id, FindingLevel.Refusal, "rules.form-standard-model-refused");
}

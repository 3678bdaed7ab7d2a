using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration.ShowSheet;

/// <summary>Which module and which checks a filing needs.</summary>
/// <remarks>I2 with A27 for sole proprietors: S08. The rest is to be verified with the chamber: S22.</remarks>
internal static class SheetRules
{
    private const string _code = "A27";

    public static SheetModule Module(NetworkKind kind, LegalForm? form) => (kind, form) switch
    {
        (NetworkKind.LegalEntity, _) => new("S1", null, ToVerify: true),
        (_, LegalForm.SoleProprietor) => new("I2", _code, ToVerify: false),
        _ => new("S2", _code, ToVerify: true),
    };

    /// <summary>What a later filing does in the register. A rete-soggetto has modules of its own and no letter.</summary>
    /// <remarks>G for the end: MISE 23320/2020 (S11). The other letters are configuration, to be verified.</remarks>
    public static SheetStep? Step(NetworkKind kind, ChangeKind? change, VerifiableFacts facts) => (kind, change) switch
    {
        (_, null) or (NetworkKind.LegalEntity, _) => null,
        (_, ChangeKind.Closing) => new(ChangeKind.Closing, "G", ToVerify: false),
        (_, { } other) => new(other, facts.FilingSteps.Value.GetValueOrDefault($"{other}"), facts.FilingSteps.ToVerify),
    };

    /// <summary>In the order in which a person goes through them.</summary>
    public static IReadOnlyList<string> Checks(SheetRole role, SignatureForm form) =>
    [
        "registration.check-extract",
        role == SheetRole.OwnEntry ? "registration.check-seat" : "registration.check-power",
        form == SignatureForm.DigitalStandardModel ? "registration.check-signed-files" : "registration.check-notary-copy",
        role switch
        {
            SheetRole.Reference => "registration.check-reference",
            SheetRole.Participant => "registration.check-participant",
            SheetRole.OwnEntry => "registration.check-own-entry",
        },
        "registration.check-filer",
        "registration.check-pec",
        "registration.check-fees",
        "registration.check-tax",
    ];
}

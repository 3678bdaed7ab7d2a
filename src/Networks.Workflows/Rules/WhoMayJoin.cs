using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;

namespace Networks.Workflows.Rules;

/// <summary>What admission depends on.</summary>
/// <param name="Name">As sentences name the firm.</param>
/// <param name="Country">ISO 3166-1 alpha-2 of the seat.</param>
/// <param name="IsOriginal">Signs the first contract, as opposed to acceding later.</param>
public sealed record JoiningFirm(
    string Name,
    RegisterStatus Register,
    string Country = "IT",
    bool HasItalianSecondarySeat = false,
    bool IsOriginal = true)
{
    public bool IsForeign => Country != "IT";
}

/// <summary>A finding about one of the firms.</summary>
public sealed record FirmFinding(JoiningFirm Firm, RuleFinding Finding);

/// <summary>Who may be a participant: an entrepreneur entered as such, or a professional in a mixed network.</summary>
/// <remarks>
/// Law: D.L. 5/2009 art. 3 co. 4-ter; L. 81/2017 art. 12 co. 3; ministry circ. 3707/C of 30/7/2018, opinions 50217 of
/// 9/4/2015 and 23331 of 28/1/2020. Sources S04, S11, S12, S20, S21.
/// </remarks>
public static class WhoMayJoin
{
    public static LegalRule Rule { get; } = new(
        "who-may-join",
        1,
        new DateOnly(2018, 7, 30),
        "D.L. 10 febbraio 2009, n. 5, art. 3, co. 4-ter; L. 22 maggio 2017, n. 81, art. 12, co. 3; circ. MISE 30 luglio 2018, n. 3707/C",
        ["S04", "S11", "S12", "S20", "S21"],
        ToVerify: true,
        [
            new("Contractual: Entered, Entered", "none", () => Said(NetworkKind.Contractual, RegisterStatus.Entered, RegisterStatus.Entered)),
            new("Contractual: Entered, ReaOnly", "rules.join-rea-only",
                () => Said(NetworkKind.Contractual, RegisterStatus.Entered, RegisterStatus.ReaOnly)),
            new("Contractual: Entered, NotFound", "rules.join-not-found",
                () => Said(NetworkKind.Contractual, RegisterStatus.Entered, RegisterStatus.NotFound)),
            new("Contractual: Entered, Professional", "rules.join-professional-contractual",
                () => Said(NetworkKind.Contractual, RegisterStatus.Entered, RegisterStatus.Professional)),
            new("LegalEntity: Entered, Professional", "rules.join-professional-mixed",
                () => Said(NetworkKind.LegalEntity, RegisterStatus.Entered, RegisterStatus.Professional)),
            new("LegalEntity: Professional", "rules.join-professionals-only", () => Said(NetworkKind.LegalEntity, RegisterStatus.Professional)),
            new("Contractual: original of FR without Italian seat", "rules.join-foreign-original",
                () => Codes(Check(NetworkKind.Contractual, [new("Azur", RegisterStatus.NotFound, "FR")]))),
        ]);

    /// <summary>Looks at all firms together, because professionals need an enterprise beside them.</summary>
    /// <param name="kind">Null while it is not chosen.</param>
    /// <returns>In the order of the firms; a firm in order has no finding.</returns>
    public static IReadOnlyList<FirmFinding> Check(NetworkKind? kind, IReadOnlyCollection<JoiningFirm> firms)
    {
        ArgumentNullException.ThrowIfNull(firms);
        var hasEnterprise = firms.Any(f => f.Register is RegisterStatus.Entered or RegisterStatus.ToVerify);
        return [.. from firm in firms let finding = Of(firm, kind, hasEnterprise) where finding is not null select new FirmFinding(firm, finding)];
    }

    private static RuleFinding? Of(JoiningFirm firm, NetworkKind? kind, bool hasEnterprise) => firm switch
    {
        { Register: RegisterStatus.ReaOnly } => Finding(FindingLevel.Refusal, "rules.join-rea-only", firm),
        { Register: RegisterStatus.Professional } => Professional(firm, kind, hasEnterprise),
        { IsForeign: true, HasItalianSecondarySeat: false } => Foreign(firm),
        { Register: RegisterStatus.NotFound } => Finding(FindingLevel.Refusal, "rules.join-not-found", firm),
        { Register: RegisterStatus.ToVerify } => Finding(FindingLevel.Warning, "rules.join-to-verify", firm),
        { Register: RegisterStatus.Entered } => null,
        _ => throw new ArgumentOutOfRangeException(nameof(firm), firm.Register, "Unknown register status."),
    };

    private static RuleFinding Professional(JoiningFirm firm, NetworkKind? kind, bool hasEnterprise) => (kind, hasEnterprise) switch
    {
        (NetworkKind.Contractual, _) => Finding(FindingLevel.Refusal, "rules.join-professional-contractual", firm),
        (_, false) => Finding(FindingLevel.Refusal, "rules.join-professionals-only", firm),
        (NetworkKind.LegalEntity, true) => Finding(FindingLevel.Note, "rules.join-professional-mixed", firm),
        _ => Finding(FindingLevel.Warning, "rules.join-professional-choose", firm),
    };

    // Unsettled whether such a firm can be entered: as an original signatory it could hold up the effect for everybody.
    private static RuleFinding Foreign(JoiningFirm firm) => firm.IsOriginal
        ? Finding(FindingLevel.Warning, "rules.join-foreign-original", firm) with { ToVerify = true }
        : Finding(FindingLevel.Note, "rules.join-foreign-accession", firm) with { ToVerify = true };

    private static RuleFinding Finding(FindingLevel level, string code, JoiningFirm firm) => new(Rule.Id, level, code, firm.Name);

    private static string Said(NetworkKind kind, params RegisterStatus[] statuses) =>
        Codes(Check(kind, [.. statuses.Select((s, i) => new JoiningFirm($"{i}", s))]));

    private static string Codes(IReadOnlyList<FirmFinding> findings) =>
        findings.Count == 0 ? "none" : string.Join(' ', findings.Select(f => f.Finding.Code));
}

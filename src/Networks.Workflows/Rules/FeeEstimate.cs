using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Reference;

namespace Networks.Workflows.Rules;

/// <summary>Who pays for a filing.</summary>
/// <param name="IsReference">Impresa di riferimento: at most one.</param>
public sealed record FeePayer(string Name, LegalForm Form, bool IsReference = false);

/// <summary>What one filing costs, in cents.</summary>
/// <param name="ToVerify">One of the amounts, or which of them applies, is still to be verified.</param>
public sealed record FeeLine(string Name, long RegistryCents, long StampCents, bool ToVerify)
{
    public long TotalCents => RegistryCents + StampCents;
}

/// <summary>The estimate of a first registration.</summary>
/// <param name="RegistrationTaxCents">Once for the contract, at the tax office.</param>
/// <param name="NotaryCents">Null where no official takes part or no offer is on file.</param>
public sealed record FeesOfNetwork(
    IReadOnlyList<FeeLine> Lines,
    VerifiableFact<long> RegistrationTaxCents,
    VerifiableFact<long?>? NotaryCents)
{
    public long RegisterCents => Lines.Sum(l => l.TotalCents);

    public long TotalCents => RegisterCents + RegistrationTaxCents.Value + (NotaryCents?.Value ?? 0);

    public bool ToVerify => RegistrationTaxCents.ToVerify || NotaryCents is { ToVerify: true } || Lines.Any(l => l.ToVerify);
}

/// <summary>What the registration of a network costs: a sum over the filings.</summary>
/// <remarks>
/// The reference enterprise pays the registry fee of a company whatever its legal form, so naming a sole proprietor
/// raises the bill. Source S15.
/// </remarks>
public static class FeeEstimate
{
    public static LegalRule Rule { get; } = new(
        "fee-estimate",
        1,
        null,
        "L. 29 dicembre 1993, n. 580, art. 18; tabella dei diritti di segreteria, voce 1.2; D.P.R. 26 ottobre 1972, n. 642",
        ["S15"],
        ToVerify: true,
        [
            new("Contractual: Srl reference, SoleProprietor", "15500 3550", () => Said(new("a", LegalForm.Srl, true), new("b", LegalForm.SoleProprietor))),
            new("Contractual: SoleProprietor reference, Srl", "10750 15500", () => Said(new("a", LegalForm.SoleProprietor, true), new("b", LegalForm.Srl))),
            new("Contractual: Snc reference, SocialCooperative", "14900 11000", () => Said(new("a", LegalForm.Snc, true), new("b", LegalForm.SocialCooperative))),
            new("LegalEntity: the network alone", "15500", () => Amounts(Of(NetworkKind.LegalEntity, [], SignatureForm.NotarialDeed, Table, new()))),
        ]);

    private static FeeTable Table => Fees.On(new DateOnly(2026, 11, 1));

    /// <param name="form">Null while it is not chosen: no cost of a notary is counted.</param>
    /// <param name="fees">The table of the day of filing.</param>
    public static FeesOfNetwork Of(
        NetworkKind kind, IReadOnlyCollection<FeePayer> participants, SignatureForm? form, FeeTable fees, VerifiableFacts facts)
    {
        ArgumentNullException.ThrowIfNull(participants);
        ArgumentNullException.ThrowIfNull(fees);
        ArgumentNullException.ThrowIfNull(facts);
        IReadOnlyList<FeeLine> lines = kind switch
        {
            NetworkKind.Contractual => [.. participants.Select(p => Line(p, fees, facts))],
            NetworkKind.LegalEntity => [OwnEntry(fees, facts)],
        };
        var official = form is { } chosen && SigningForm.NeedsPublicOfficial(chosen);
        return new(lines, facts.RegistrationTaxCents, official ? facts.NotaryCostCents : null);
    }

    private static FeeLine Line(FeePayer payer, FeeTable fees, VerifiableFacts facts)
    {
        var discount = payer.Form == LegalForm.SocialCooperative ? facts.SocialCooperativeDiscountPercent : null;
        var registry = payer.IsReference ? fees.RegistryOfReferenceEnterprise : RegistryOf(payer.Form, fees);
        var cents = payer.IsReference || discount is null ? registry.Cents : registry.Cents * (100 - discount.Value) / 100;
        var (stamp, uncertain) = StampOf(payer.Form, fees);
        return new(payer.Name, cents, stamp.Cents, registry.ToVerify || stamp.ToVerify || uncertain || discount is { ToVerify: true });
    }

    // The network has no name of its own in the list of payers: its line is the only one.
    private static FeeLine OwnEntry(FeeTable fees, VerifiableFacts facts) => new(
        "",
        facts.LegalEntityPaysAsCompany.Value ? fees.RegistryOfCompany.Cents : fees.RegistryOfSoleProprietor.Cents,
        facts.LegalEntityPaysAsCompany.Value ? fees.StampOfCapitalCompany.Cents : fees.StampOfPartnership.Cents,
        facts.LegalEntityPaysAsCompany.ToVerify);

    private static Fee RegistryOf(LegalForm form, FeeTable fees) =>
        form is LegalForm.SoleProprietor or LegalForm.SimplePartnership ? fees.RegistryOfSoleProprietor : fees.RegistryOfCompany;

    // Which stamp falls on forms that the table does not name is a reading, hence uncertain.
    private static (Fee Stamp, bool Uncertain) StampOf(LegalForm form, FeeTable fees) => form switch
    {
        LegalForm.SoleProprietor => (fees.StampOfSoleProprietor, false),
        LegalForm.Snc or LegalForm.Sas => (fees.StampOfPartnership, false),
        LegalForm.SimplePartnership => (fees.StampOfPartnership, true),
        LegalForm.Srl or LegalForm.Spa => (fees.StampOfCapitalCompany, false),
        LegalForm.Cooperative or LegalForm.SocialCooperative or LegalForm.Consortium or LegalForm.Other => (fees.StampOfCapitalCompany, true),
    };

    private static string Said(params FeePayer[] payers) =>
        Amounts(Of(NetworkKind.Contractual, payers, SignatureForm.DigitalStandardModel, Table, new()));

    private static string Amounts(FeesOfNetwork fees) => string.Join(' ', fees.Lines.Select(l => $"{l.TotalCents}"));
}

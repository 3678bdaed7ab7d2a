using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Configuration;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Data.Reference;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class FeeEstimateTests
{
    private static readonly FeeTable _fees = Fees.On(new DateOnly(2026, 11, 22));

    [Fact]
    public void Given_any_legal_form_then_the_reference_enterprise_pays_the_same_registry_fee() =>
        Assert.All(Enum.GetValues<LegalForm>(), form =>
            Assert.Equal(9000, Estimate(new FeePayer("Alfa", form, IsReference: true)).Lines[0].RegistryCents));

    [Fact]
    public void Given_a_sole_proprietor_as_reference_then_the_bill_is_higher()
    {
        var company = Estimate(new("Alfa", LegalForm.Srl, true), new("Beta", LegalForm.SoleProprietor));
        var sole = Estimate(new("Alfa", LegalForm.Srl), new("Beta", LegalForm.SoleProprietor, true));

        Assert.Equal(15500 + 3550, company.RegisterCents);
        Assert.Equal(15500 + 10750, sole.RegisterCents);
        Assert.Equal(company.RegisterCents + 20000, company.TotalCents);
    }

    [Fact]
    public void Given_any_participants_then_the_estimate_is_the_sum_of_its_lines() =>
        Prop.ForAll(Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<LegalForm>())).ToArbitrary(), forms =>
        {
            var estimate = Estimate([.. forms.Select((f, i) => new FeePayer($"{i}", f, i == 0))]);
            return estimate.Lines.Count == forms.Count
                && estimate.RegisterCents == estimate.Lines.Sum(l => l.RegistryCents + l.StampCents)
                && estimate.Lines.All(l => l.RegistryCents >= 0 && l.StampCents > 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Given_a_network_with_legal_personality_then_there_is_one_line_however_many_take_part() =>
        Assert.Single(FeeEstimate.Of(
            NetworkKind.LegalEntity,
            [new("Alfa", LegalForm.Srl, true), new("Beta", LegalForm.Spa)],
            SignatureForm.NotarialDeed,
            _fees,
            new()).Lines);

    [Fact]
    public void Given_a_notary_and_an_offer_then_it_is_added_and_without_notary_it_is_not()
    {
        var facts = new VerifiableFacts { NotaryCostCents = new(1_200_00) };
        FeePayer[] payers = [new("Alfa", LegalForm.Srl, true)];

        Assert.Equal(15500 + 20000 + 120000, FeeEstimate.Of(NetworkKind.Contractual, payers, SignatureForm.NotarialDeed, _fees, facts).TotalCents);
        Assert.Equal(15500 + 20000, FeeEstimate.Of(NetworkKind.Contractual, payers, SignatureForm.DigitalStandardModel, _fees, facts).TotalCents);
    }

    [Fact]
    public void Given_the_defaults_then_what_nobody_verified_carries_its_mark()
    {
        var estimate = Estimate(new("Alfa", LegalForm.Srl, true), new("Beta", LegalForm.SoleProprietor));

        Assert.True(estimate.RegistrationTaxCents.ToVerify);
        Assert.True(estimate.Lines[0].ToVerify);
        Assert.False(estimate.Lines[1].ToVerify);
        Assert.True(estimate.ToVerify);
    }

    [Fact]
    public void Given_configuration_then_a_fact_and_its_mark_are_taken_from_it()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Networks:ToVerify:RegistrationTaxCents:Value"] = "21000",
            ["Networks:ToVerify:RegistrationTaxCents:Verified"] = "true",
            ["Networks:ToVerify:NotaryCostCents:Value"] = "90000",
        }).Build();

        var facts = configuration.GetSection(VerifiableFacts.Section).Get<VerifiableFacts>()!;

        Assert.Equal(21000, facts.RegistrationTaxCents.Value);
        Assert.False(facts.RegistrationTaxCents.ToVerify);
        Assert.Equal(90000, facts.NotaryCostCents.Value);
        Assert.True(facts.NotaryCostCents.ToVerify);
        Assert.Equal(30, facts.RegistrationTaxTermDays.Value);
        Assert.True(facts.RegistrationTaxTermDays.ToVerify);
    }

    private static FeesOfNetwork Estimate(params FeePayer[] payers) =>
        FeeEstimate.Of(NetworkKind.Contractual, payers, SignatureForm.DigitalStandardModel, _fees, new());
}

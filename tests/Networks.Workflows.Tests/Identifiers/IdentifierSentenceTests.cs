using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Tests.Identifiers;

public sealed class IdentifierSentenceTests
{
    public static TheoryData<IdentifierFault> Faults => [.. All()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Given_a_fault_then_it_has_a_sentence_in_every_language(IdentifierFault fault)
    {
        foreach (var language in Words.Languages)
        {
            var sentence = Words.In(language, fault.Code, fault.Values);

            Assert.True(Words.Has(language, fault.Code), $"{fault.Code} in {language.Name}");
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("identifiers.vat-odd-office")]
    [InlineData("identifiers.tax-code-odd-office")]
    [InlineData("identifiers.french-vat-unchecked-key")]
    public void Given_a_warning_then_it_has_a_sentence_in_every_language(string code) =>
        Assert.All(Words.Languages, language => Assert.True(Words.Has(language, code), language.Name));

    // Every cause that each identifier can give, brought about by a real input.
    private static IEnumerable<IdentifierFault> All()
    {
        string[] raws =
        [
            "", "1", "IT1", "00743110158", "0074311015A", "00000000000", "RSSMRA80A01H501V", "RSSMRA8OA01H501U",
            PersonCodes.WithCheck("RSSMRA80B30H501"), "MI", "MI-0", "XX-1", "MI-A", "alfa", "alfa@" + new string('d', 300), "28.", "1234567",
            "732829321", "73282932X", "000000000", "73282932000075", "7328293200007A", "00000000000000",
            "FR45732829320", "IT44732829320", "FR12000000000",
        ];
        return raws.SelectMany(FaultsOf).DistinctBy(f => f.Code);
    }

    private static IEnumerable<IdentifierFault> FaultsOf(string raw)
    {
        _ = VatNumber.TryParse(raw, out _, out var vat);
        _ = TaxCode.TryParse(raw, out _, out var taxCode);
        _ = ReaNumber.TryParse(raw, out _, out var rea);
        _ = CertifiedEmail.TryParse(raw, out _, out var pec);
        _ = EmailAddress.TryParse(raw, out _, out var mail);
        _ = ActivityCode.TryParse(ActivityClassification.Ateco2025, raw, out _, out var activity);
        _ = Siren.TryParse(raw, out _, out var siren);
        _ = Siret.TryParse(raw, out _, out var siret);
        _ = FrenchVat.TryParse(raw, out _, out var french);
        return new[] { vat, taxCode, rea, pec, mail, activity, siren, siret, french }.OfType<IdentifierFault>();
    }
}

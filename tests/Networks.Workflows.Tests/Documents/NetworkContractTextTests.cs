using System.Text.RegularExpressions;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

public sealed partial class NetworkContractTextTests
{
    private static readonly NetworkContractText _nothing = new() { NetworkName = " ", LegalPersonality = true, NotarialForm = false, Firms = [] };

    [Fact]
    public void Given_whole_contracts_then_nothing_is_missing()
    {
        Assert.Empty(SampleContracts.Smallest.Missing());
        Assert.Empty(SampleContracts.Fullest(40).Missing());
        Assert.Empty(SampleContracts.LegalEntity.Missing());
    }

    [Fact]
    public void Given_no_facts_then_every_mandatory_content_is_told_in_the_order_of_the_contract()
    {
        Assert.Equal(
            [
                "network-name", "network-seat", "second-firm", "purpose", "objectives", "activities", "duties", "fund", "body", "duration",
                "accession-requirement", "decisions", "reference-firm", "mediation-body", "court", "tax-registrant", "tax-registrant-tax-code",
                "notarial-form",
            ],
            _nothing.Missing().Select(m => m.Code["documents.missing-".Length..]));
    }

    [Fact]
    public void Given_a_firm_without_data_then_each_datum_is_told_with_the_name_of_the_firm()
    {
        var text = SampleContracts.Smallest with
        {
            Firms = [SampleContracts.Firms(1)[0], new ContractFirm("Beta S.n.c.", null, "", null, null, null, null, " ", null, null, null)],
        };

        var missing = text.Missing();

        Assert.Equal(10, missing.Count);
        Assert.All(missing, m => Assert.Equal(["Beta S.n.c."], m.Values));
        Assert.Equal("Manca la PEC di «Beta S.n.c.».", Words.In(Words.Italian, "documents.missing-firm-pec", "Beta S.n.c."));
    }

    [Fact]
    public void Given_a_seat_then_it_is_asked_for_only_with_a_fund_or_personality()
    {
        Assert.Empty(SampleContracts.Smallest.Missing());
        Assert.Equal("documents.missing-network-seat", Assert.Single((SampleContracts.Fullest(2) with { NetworkSeat = null }).Missing()).Code);
    }

    [Fact]
    public void Given_half_done_parts_then_each_is_told()
    {
        var full = SampleContracts.Fullest(2);
        var text = full with
        {
            Fund = full.Fund! with { Rules = null, Contributions = [full.Fund.Contributions[0], full.Fund.Contributions[1] with { Cents = 0 }] },
            Body = full.Body! with { Powers = [" "], Replacement = null },
            Duration = full.Duration! with { Years = 5 },
            NonCompete = full.NonCompete! with { Months = 61 },
            ReferenceFirm = "Estranea S.p.A.",
            Objectives = [new("Crescere", null)],
            MinimumFirms = 1,
        };

        Assert.Equal(
            [
                "objective-measure 1", "contribution Impresa numero 2 S.r.l.", "fund-rules ", "body-powers ", "body-replacement ", "duration ",
                "minimum-firms ", "non-compete ", "reference-firm-stranger Estranea S.p.A.",
            ],
            text.Missing().Select(m => m.Code["documents.missing-".Length..] + " " + string.Join(' ', m.Values)));
    }

    [Fact]
    public void Given_missing_facts_when_drafted_then_all_are_refused_at_once_and_no_draft_is_made()
    {
        var refusal = NetworkContractFields.Draft(SampleContracts.Template, _nothing).Refusal!;

        Assert.Equal(_nothing.Missing().Select(m => m.Code), refusal.All.Select(r => r.Code));
    }

    [Fact]
    public void Given_every_refusal_and_gap_then_its_sentence_exists_in_three_languages_with_the_same_values()
    {
        var missing = _nothing.Missing().Select(m => m.Code);
        var refusals = typeof(DocumentRefusals).GetFields().Select(f => ((Refusal)f.GetValue(null)!).Code);

        foreach (var code in missing.Concat(refusals))
        {
            var italian = Words.In(Words.Italian, code);
            Assert.All(Words.Languages, language =>
            {
                Assert.True(Words.Has(language, code), $"{code} in {language.Name}");
                Assert.Equal(Places(italian), Places(Words.In(language, code)));
            });
        }
    }

    private static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"(?<!\{)\{\d\}")]
    private static partial Regex Place();
}

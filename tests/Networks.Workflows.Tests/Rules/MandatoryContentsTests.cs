using Networks.Data.EnterpriseNetworks;
using Networks.Data.Firms;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class MandatoryContentsTests
{
    private static readonly PostalAddress _seat = new("via Roma", "1", "23900", "Lecco", "LC");

    private static readonly ContractFacts _complete = new()
    {
        Kind = NetworkKind.LegalEntity,
        NetworkName = "Rete Alfa",
        NetworkSeat = _seat,
        Participants = [new("Alfa S.r.l.", "12345670157", _seat, "Anna Neri", 500_00), new("Beta S.n.c.", "00743110157", _seat, "Ugo Bianchi", 500_00)],
        Fund = new("in denaro", "conto unico", null, 30),
        Body = new("Anna Neri", "gestione ordinaria", "decide l'assemblea", null),
        Terms = new()
        {
            Objectives = [new("ridurre i consumi", "kWh per tonnellata")],
            Programme = "acquisti in comune",
            RightsAndDuties = "ciascuna comunica i consumi",
            MeansOfPursuit = "un solo ufficio acquisti",
            DurationYears = 5,
            AccessionRules = "con il consenso di tutte",
            DecisionPercent = 0,
        },
    };

    [Fact]
    public void Given_a_complete_network_with_legal_personality_then_nothing_is_missing() =>
        Assert.Empty(MandatoryContents.Missing(_complete));

    public static TheoryData<string, string, ContractFacts> Gaps => new()
    {
        { "", "kind", _complete with { Kind = null } },
        { "a", "participants.2.seat", _complete with { Participants = [_complete.Participants[0], _complete.Participants[1] with { Seat = null }] } },
        { "a", "participants.1.name", _complete with { Participants = [_complete.Participants[0] with { Name = " " }, _complete.Participants[1]] } },
        { "a", "participants.1.tax-code", _complete with { Participants = [_complete.Participants[0] with { TaxCode = null }] } },
        { "a", "participants.1.representative", _complete with { Participants = [_complete.Participants[0] with { Representative = null }] } },
        { "a", "network.name", _complete with { NetworkName = "" } },
        { "a", "network.seat", _complete with { NetworkSeat = null } },
        { "b", "terms.objectives", _complete with { Terms = _complete.Terms with { Objectives = [] } } },
        { "b", "terms.objectives.1.text", _complete with { Terms = _complete.Terms with { Objectives = [new("", "m")] } } },
        { "c", "terms.programme", _complete with { Terms = _complete.Terms with { Programme = null } } },
        { "c", "terms.rights-and-duties", _complete with { Terms = _complete.Terms with { RightsAndDuties = null } } },
        { "c", "terms.means-of-pursuit", _complete with { Terms = _complete.Terms with { MeansOfPursuit = null } } },
        { "c", "fund", _complete with { Fund = null } },
        { "c", "fund.valuation", _complete with { Fund = _complete.Fund! with { Valuation = "" } } },
        { "c", "fund.management-rules", _complete with { Fund = _complete.Fund! with { ManagementRules = "" } } },
        { "c", "participants.1.contribution", _complete with { Participants = [_complete.Participants[0] with { ContributionCents = null }] } },
        { "d", "terms.duration", _complete with { Terms = _complete.Terms with { DurationYears = null } } },
        { "d", "terms.accession-rules", _complete with { Terms = _complete.Terms with { AccessionRules = null } } },
        { "e", "body", _complete with { Body = null } },
        { "e", "body.holder", _complete with { Body = _complete.Body! with { Holder = "" } } },
        { "e", "body.powers", _complete with { Body = _complete.Body! with { Powers = "" } } },
        { "f", "terms.decision-rule", _complete with { Terms = _complete.Terms with { DecisionPercent = null } } },
    };

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Given_one_gap_then_exactly_that_is_missing_with_a_sentence_in_every_language(string letter, string field, ContractFacts facts)
    {
        var missing = Assert.Single(MandatoryContents.Missing(facts));

        Assert.Equal(letter, missing.Letter);
        Assert.Equal(field, missing.Field);
        Assert.All(Words.Languages, language => Assert.True(Words.Has(language, missing.Code), missing.Code));
        Assert.DoesNotContain("{", missing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_fund_of_a_contractual_network_then_name_and_seat_are_needed() =>
        Assert.Equal(
            ["network.name", "network.seat"],
            MandatoryContents.Missing(_complete with { Kind = NetworkKind.Contractual, NetworkName = null, NetworkSeat = null }).Select(m => m.Field));

    [Fact]
    public void Given_a_contractual_network_without_fund_and_body_then_they_are_not_missing() =>
        Assert.Empty(MandatoryContents.Missing(_complete with
        {
            Kind = NetworkKind.Contractual,
            NetworkName = null,
            NetworkSeat = null,
            Fund = null,
            Body = null,
        }));

    [Fact]
    public void Given_a_silent_contract_then_every_gap_is_a_warning()
    {
        var silences = MandatoryContents.Silences(_complete.Terms);

        Assert.Equal(3, silences.Count);
        Assert.All(silences, s => Assert.Equal(FindingLevel.Warning, s.Level));
        Assert.All(silences, s => Assert.True(Words.Has(Words.French, s.Code), s.Code));
        Assert.Equal(2, MandatoryContents.Silences(_complete.Terms with { NoticeMonths = 6 }).Count);
    }
}

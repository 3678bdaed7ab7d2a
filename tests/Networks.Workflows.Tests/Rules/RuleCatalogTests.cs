using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Tests.Rules;

public sealed class RuleCatalogTests
{
    public static TheoryData<string, string, string, string> Examples =>
        [.. RuleCatalog.RunExamples().Select(e => (e.RuleId, e.Given, e.Expected, e.Actual))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Given_a_worked_example_then_the_rule_answers_as_expected(string rule, string given, string expected, string actual) =>
        Assert.True(expected == actual, $"{rule}: {given}: expected {expected}, got {actual}");

    [Fact]
    public void Given_the_catalogue_then_every_rule_is_in_it()
    {
        var declared = typeof(LegalRule).Assembly.GetTypes()
            .Select(t => t.GetProperty("Rule", typeof(LegalRule))?.GetValue(null)).OfType<LegalRule>().Select(r => r.Id).Order();

        Assert.Equal(declared, RuleCatalog.All.Select(r => r.Id).Order());
        Assert.Equal(15, RuleCatalog.All.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void Given_a_rule_then_it_has_source_citation_examples_and_a_title_in_every_language() =>
        Assert.All(RuleCatalog.All, rule =>
        {
            Assert.True(rule.Version >= 1);
            Assert.NotEmpty(rule.Citation);
            Assert.NotEmpty(rule.SourceIds);
            Assert.True(rule.Examples.Count >= 3, rule.Id);
            Assert.All(Words.Languages, language => Assert.True(Words.Has(language, $"rules.title-{rule.Id}"), rule.Id));
            Assert.Same(rule, RuleCatalog.Find(rule.Id));
        });

    [Fact]
    public void Given_a_sentence_of_the_rules_then_no_word_calls_a_contract_valid()
    {
        var sentences = Words.Languages.SelectMany(language => RuleSentences.Keys.Select(key => Words.In(language, key)));

        Assert.All(sentences, s => Assert.DoesNotMatch(@"(?i)contratto valido|valid contract|contrat valide", s));
        Assert.All(sentences, s => Assert.DoesNotContain("[rules.", s, StringComparison.Ordinal));
    }
}

using System.Globalization;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

public sealed class WordTemplateLintTests
{
    [Theory]
    [InlineData("{{rete.nome", "template-braces", null)]
    [InlineData("rete.nome}}", "template-braces", null)]
    [InlineData("{{rete.nme}}", "template-unknown-field", "rete.nome")]
    [InlineData("{{zzzzzzzzzz}}", "template-unknown-field", null)]
    [InlineData("{{se c'è il fodno}}x{{fine}}", "template-unknown-condition", "c'è il fondo")]
    [InlineData("{{per ogni impressa}}{{impresa.nome}}{{fine}}", "template-unknown-list", "impresa")]
    [InlineData("{{importo fondo: in letere}}", "template-unknown-format", "in cifre")]
    [InlineData("{{impresa.nome}}", "template-outside-list", "{{per ogni impresa}}")]
    [InlineData("{{per ogni impresa}} x", "template-never-closed", null)]
    [InlineData("x {{fine}}", "template-end-alone", null)]
    [InlineData("x {{altrimenti}}", "template-else-alone", null)]
    [InlineData("{{per ogni impresa}}x{{altrimenti}}y{{fine}}", "template-else-alone", null)]
    public void Given_one_slip_of_the_author_then_it_is_told_with_its_paragraph(string paragraph, string code, string? meant)
    {
        var check = WordTemplate.Lint(WordFiles.WithParagraphs("prima", paragraph), SampleFields.All);

        var problem = Assert.IsType<TemplateProblem>(check.Problems[0]);
        Assert.Equal(("documents." + code, meant, paragraph), (problem.Code, problem.Meant, problem.Paragraph));
    }

    [Fact]
    public void Given_many_slips_then_all_are_told_in_reading_order()
    {
        var check = WordTemplate.Lint(WordFiles.WithParagraphs("{{rete.nme}}", "{{anni: estesa}}", "{{fine}}"), SampleFields.All);

        Assert.Equal(["documents.template-unknown-field", "documents.template-unknown-format", "documents.template-end-alone"],
            check.Problems.Select(p => p.Code));
    }

    [Fact]
    public void Given_a_block_whose_ends_do_not_match_then_both_places_are_named()
    {
        var apart = WordFiles.WithBody(
            WordFiles.Paragraph("testo {{se c'è il fondo}}") + WordFiles.Table(WordFiles.Row("qui {{fine}}")));
        var notAlone = WordFiles.WithParagraphs("{{per ogni impresa}}", "testo {{fine}}");
        var rows = WordFiles.WithBody(WordFiles.Table(WordFiles.Row("{{per ogni impresa}}x", "y"), WordFiles.Row("z", "w{{fine}}")));

        foreach (var template in new[] { apart, notAlone, rows })
        {
            Assert.Equal("documents.template-crossing", Assert.Single(WordTemplate.Lint(template, SampleFields.All).Problems).Code);
        }

        var problem = WordTemplate.Lint(apart, SampleFields.All).Problems[0];
        Assert.Equal("testo {{se c'è il fondo}}", problem.Paragraph);
        Assert.Equal("qui {{fine}}", problem.Values[1]);
    }

    [Fact]
    public void Given_tracked_changes_then_they_are_told()
    {
        var template = WordFiles.WithBody("<w:p><w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>nuovo</w:t></w:r></w:ins></w:p>");

        Assert.Equal("documents.template-tracked-changes", Assert.Single(WordTemplate.Lint(template, SampleFields.All).Problems).Code);
    }

    [Fact]
    public void Given_a_good_template_then_the_names_in_use_are_told_by_their_published_name()
    {
        var template = WordFiles.WithParagraphs("{{NETWORK.NAME}}", "{{per ogni impresa}}", "{{impresa.nome}}{{se c’è il fondo}}x{{fine}}", "{{fine}}");

        var check = WordTemplate.Lint(template, SampleFields.All);

        Assert.Empty(check.Problems);
        Assert.Equal(["c'è il fondo", "impresa", "impresa.nome", "rete.nome"], check.Used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("it")]
    [InlineData("en")]
    [InlineData("fr")]
    public void Given_a_problem_then_its_sentence_names_tag_cure_and_place(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        var problem = WordTemplate.Lint(WordFiles.WithParagraphs("Nome: {{rete.nme}}"), SampleFields.All).Problems[0];

        Assert.Contains("{{rete.nme}}", problem.Text, StringComparison.Ordinal);
        Assert.Contains("rete.nome", problem.Text, StringComparison.Ordinal);
        Assert.Contains("Nome:", problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[documents", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_two_names_that_read_the_same_then_the_list_of_fields_is_not_made()
    {
        Assert.Throws<ArgumentException>(() => new TemplateFields([new("è", FieldKind.Text), new("E", FieldKind.Text)]));
    }
}

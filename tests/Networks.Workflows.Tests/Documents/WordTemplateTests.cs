using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

public sealed class WordTemplateTests
{
    [Theory]
    [InlineData("{{rete.nome}}")]
    [InlineData("{{ RETE.Nome }}")]
    [InlineData("{{\u00A0rete.nome\u202F}}")]
    [InlineData("{{rete\u200B.nome}}")]
    [InlineData("{{network.name}}")]
    public void Given_one_field_written_in_many_ways_then_each_is_filled(string tag)
    {
        Assert.Equal(["«Rete Alfa & <Beta>»"], Filled(WordFiles.WithParagraphs($"«{tag}»")));
    }

    [Fact]
    public void Given_formats_then_amounts_and_days_are_italian()
    {
        var template = WordFiles.WithParagraphs(
            "{{importo fondo}}; {{importo fondo: in cifre}}; {{importo fondo : IN LETTERE}}; {{data inizio}}; {{data inizio: estesa}}; {{anni}} ({{anni: in lettere}}); {{rete.nome: maiuscolo}}");

        Assert.Equal(["€ 4.000,00; 4.000,00; quattromila/00; 01/03/2026; 1° marzo 2026; 5 (cinque); RETE ALFA & <BETA>"],
            Filled(template).Select(l => l.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void Given_a_tag_that_word_has_split_then_it_is_found_and_keeps_its_first_format()
    {
        var template = WordFiles.WithBody(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Nome: {</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:rPr><w:i/></w:rPr><w:t>{re</w:t></w:r>"
            + "<w:r><w:t>te</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r><w:t>.nome}</w:t></w:r><w:r><w:t>} fine</w:t></w:r></w:p>");

        var file = WordTemplate.Fill(template, SampleFields.Values()).Value;

        Assert.Equal(["Nome: Rete Alfa & <Beta> fine"], WordFiles.Lines(file));
        Assert.Contains("<w:r><w:rPr><w:b /></w:rPr><w:t xml:space=\"preserve\">Rete Alfa &amp; &lt;Beta&gt;</w:t></w:r>", MainXml(file), StringComparison.Ordinal);
        Assert.DoesNotContain("urn:networks", MainXml(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_loop_over_paragraphs_then_its_own_paragraphs_leave_nothing_behind()
    {
        var template = WordFiles.WithParagraphs("prima", "{{per ogni impresa}}", "{{impresa.nome}} di {{rete.nome}}", "{{fine}}", "dopo");

        Assert.Equal(["prima", "A di Rete Alfa & <Beta>", "B di Rete Alfa & <Beta>", "dopo"], Filled(template, true, "A", "B"));
        Assert.Equal(["prima", "dopo"], Filled(template));
        Assert.DoesNotContain("<w:p />", MainXml(WordTemplate.Fill(template, SampleFields.Values()).Value), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_loop_over_rows_then_the_row_is_repeated_and_the_heading_is_not()
    {
        var template = WordFiles.WithBody(WordFiles.Table(
            WordFiles.Row("Impresa", "Sede"),
            WordFiles.Row("{{per ogni impresa}}{{impresa.nome}}", "{{impresa.sede}}{{fine}}")));

        Assert.Equal(["Impresa | Sede", "A | sede di A", "B | sede di B"], Filled(template, true, "A", "B"));
        Assert.Equal(["Impresa | Sede"], Filled(template));
    }

    [Fact]
    public void Given_loops_and_conditions_inside_each_other_then_each_keeps_its_own_values()
    {
        var template = WordFiles.WithParagraphs(
            "{{per ogni impresa}}", "{{se l'impresa è nuova}}", "nuova: {{impresa.nome}}", "{{altrimenti}}",
            "{{impresa.nome}}:{{per ogni addetto}} {{addetto.nome}}{{se si può}}+{{fine}}{{fine}}", "{{fine}}{{fine}}");

        Assert.Equal(["A: A1+ A2+", "nuova: N", "C: C1+ C2+"], Filled(template, true, "A", "N", "C"));
    }

    [Theory]
    [InlineData("{{se c'è il fondo}}")]
    [InlineData("{{se c’è il fondo}}")]
    [InlineData("{{SE C'E IL FONDO}}")]
    public void Given_a_condition_then_one_branch_is_written(string opening)
    {
        var inline = WordFiles.WithParagraphs($"Il fondo {opening}c'è{{{{altrimenti}}}}manca{{{{fine}}}}.");

        Assert.Equal(["Il fondo c'è."], Filled(inline));
        Assert.Equal(["Il fondo manca."], Filled(inline, false));
    }

    [Fact]
    public void Given_a_paragraph_that_a_condition_leaves_empty_then_it_goes()
    {
        var template = WordFiles.WithParagraphs("prima", "{{se c'è il fondo}}con fondo{{fine}}", "dopo");

        var xml = MainXml(WordTemplate.Fill(template, SampleFields.Values(false)).Value);

        Assert.Equal((2, 0), (Count(xml, "<w:p>"), Count(xml, "<w:p />")));
    }

    [Fact]
    public void Given_template_syntax_and_control_characters_in_a_value_then_they_are_text_and_gone()
    {
        var values = SampleFields.Values().Text("rete.nome", "{{fine}} {{data inizio}}\u0001\u202E\uFFFF\r\nseconda");

        var file = WordTemplate.Fill(WordFiles.WithParagraphs("{{rete.nome}}"), values).Value;

        Assert.Equal(["{{fine}} {{data inizio}}\nseconda"], WordFiles.Lines(file));
        Assert.Empty(WordFiles.Findings(file));
    }

    [Fact]
    public void Given_values_that_are_not_there_then_all_are_told_at_once_and_nothing_is_made()
    {
        var values = new TemplateValues(SampleFields.All)
            .Text("rete.nome", "  ")
            .List("impresa", ["A", ""], (v, f) => v.Text("impresa.nome", f));
        var template = WordFiles.WithParagraphs(
            "{{rete.nome}} {{rete.nome}} {{anni}}", "{{se c'è il fondo}}x{{fine}}", "{{per ogni impresa}}", "{{impresa.nome}}", "{{fine}}");

        var refusal = WordTemplate.Fill(template, values).Refusal!;

        Assert.Equal(["rete.nome", "anni", "c'è il fondo", "impresa.nome impresa 2"], refusal.All.Select(r => string.Join(' ', r.Values)));
    }

    [Fact]
    public void Given_a_missing_value_on_a_branch_not_taken_then_it_is_not_asked_for()
    {
        var values = new TemplateValues(SampleFields.All).When("c'è il fondo", false);

        Assert.True(WordTemplate.Fill(WordFiles.WithParagraphs("x{{se c'è il fondo}}{{importo fondo}}{{fine}}"), values).Ok);
    }

    [Fact]
    public void Given_bookmarks_in_a_loop_then_the_copies_do_not_repeat_them()
    {
        var template = WordFiles.WithBody(
            WordFiles.Paragraph("{{per ogni impresa}}")
            + "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r><w:t>{{impresa.nome}}</w:t></w:r><w:bookmarkEnd w:id=\"1\"/></w:p>"
            + WordFiles.Paragraph("{{fine}}"));

        var file = WordTemplate.Fill(template, SampleFields.Values(true, "A", "B", "C")).Value;

        Assert.Equal(1, Count(MainXml(file), "<w:bookmarkStart"));
        Assert.Empty(WordFiles.Findings(file));
    }

    [Fact]
    public void Given_a_filled_file_then_it_passes_the_gate_again()
    {
        var file = WordTemplate.Fill(WordFiles.WithParagraphs("{{rete.nome}}"), SampleFields.Values()).Value;

        Assert.True(UploadGate.CheckWord(file.Bytes.ToArray()).Ok);
    }

    [Fact]
    public void Given_a_name_that_is_not_in_the_list_when_a_value_is_set_then_it_throws()
    {
        Assert.Throws<KeyNotFoundException>(() => new TemplateValues(SampleFields.All).Text("rete.nme", "x"));
        Assert.Throws<ArgumentException>(() => new TemplateValues(SampleFields.All).Text("anni", "5"));
    }

    [Fact]
    public void Given_a_template_with_mistakes_when_filled_then_they_are_refused()
    {
        var refusal = WordTemplate.Fill(WordFiles.WithParagraphs("{{rete.nme}}", "{{fine}}"), SampleFields.Values()).Refusal!;

        Assert.Equal(["documents.template-unknown-field", "documents.template-end-alone"], refusal.All.Select(r => r.Code));
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
    }

    private static IReadOnlyList<string> Filled(WordFile template, bool fund = true, params string[] firms)
    {
        var file = WordTemplate.Fill(template, SampleFields.Values(fund, firms)).Value;
        Assert.Empty(WordFiles.Findings(file));
        return WordFiles.Lines(file);
    }

    private static string MainXml(WordFile file)
    {
        using var document = file.Open();
        return document.MainDocumentPart!.Document.OuterXml;
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

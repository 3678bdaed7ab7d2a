using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

public sealed class WordReaderTests
{
    [Fact]
    public void Given_the_drafted_contract_then_numbers_are_those_that_word_shows()
    {
        var text = WordReader.Read(NetworkContractFields.Draft(SampleContracts.Template, SampleContracts.Smallest).Value);

        var duties = text.Clauses.Single(c => c.Title == "Diritti e obblighi delle Imprese");
        Assert.Equal(4, duties.Number);
        Assert.StartsWith("1. Ciascuna Impresa ha diritto di:\na) partecipare", duties.Text, StringComparison.Ordinal);
        Assert.Contains("\n2. Ciascuna Impresa si obbliga a:\na) mettere a disposizione un referente", duties.Text, StringComparison.Ordinal);
        Assert.Contains("\nb) fornire nei tempi", duties.Text, StringComparison.Ordinal);
        Assert.Equal(new WordHeading(0, null, "CONTRATTO DI RETE"), text.Blocks[0]);
        Assert.Contains(new WordHeading(1, "Art. 4", "Diritti e obblighi delle Imprese"), text.Blocks);
        Assert.Contains(new WordParagraph("A)", 0, "Le Imprese sono iscritte nel Registro delle imprese e svolgono attività che si completano o si rafforzano a vicenda."), text.Blocks);
    }

    [Fact]
    public void Given_the_drafted_contract_then_parties_premises_and_signatures_are_clauses_without_number()
    {
        var text = WordReader.Read(NetworkContractFields.Draft(SampleContracts.Template, SampleContracts.Smallest).Value);

        Assert.Equal(["", "Le parti", "Premesse", "Sottoscrizione"], text.Clauses.Where(c => c.Number is null).Select(c => c.Title));
        Assert.Contains("Impresa numero 2 S.r.l.", text.Clauses.Single(c => c.Title == "Sottoscrizione").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_table_then_its_heading_row_and_its_cells_are_kept()
    {
        var text = WordReader.Read(NetworkContractFields.Draft(SampleContracts.Template, SampleContracts.Smallest).Value);

        var table = text.Blocks.OfType<WordTable>().First();

        Assert.Equal([true, false, false], table.Rows.Select(r => r.Heading));
        Assert.Equal(["Impresa numero 1 S.r.l.", "società a responsabilità limitata"], table.Rows[1].Cells[0]);
        Assert.Equal("PEC impresa1@pec.example.it", table.Rows[1].Cells[1][1]);
    }

    [Fact]
    public void Given_articles_typed_by_hand_then_they_are_found_and_citations_are_not()
    {
        var file = WordFiles.WithParagraphs(
            "Premesse varie", "Art. 1 - Oggetto", "Art. 2615 c.c. si applica.", "Testo.", "ARTICOLO 2", "Durata", "Cinque anni.", "Art. 3) Foro", "Lecco.");

        var clauses = WordReader.Read(file).Clauses;

        Assert.Equal([(null, ""), (1, "Oggetto"), (2, "Durata"), (3, "Foro")], clauses.Select(c => (c.Number, c.Title)));
        Assert.Equal("Art. 2615 c.c. si applica.\nTesto.", clauses[1].Text);
        Assert.Equal("Cinque anni.", clauses[2].Text);
    }

    [Fact]
    public void Given_the_same_words_in_another_look_then_the_fingerprint_is_the_same()
    {
        var plain = WordFiles.WithParagraphs("Art. 1 Nome", "L'impresa dice \"sì\" qui");
        var dressed = WordFiles.WithBody(
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Art. 1 </w:t></w:r><w:r><w:t>Nome</w:t></w:r></w:p><w:p/>"
            + WordFiles.Paragraph("L’impresa  dice\u00A0«si\u0300» qui"));

        Assert.Equal(WordReader.Read(plain).Sha256, WordReader.Read(dressed).Sha256);
        Assert.NotEqual(plain.Sha256, dressed.Sha256);
    }

    [Theory]
    [InlineData("Durata di 5 anni")]
    [InlineData("durata di 6 anni")]
    [InlineData("Durata di 6 anni.")]
    public void Given_other_words_then_the_fingerprint_differs(string other)
    {
        Assert.NotEqual(
            WordReader.Read(WordFiles.WithParagraphs("Durata di 6 anni")).Sha256,
            WordReader.Read(WordFiles.WithParagraphs(other)).Sha256);
    }

    [Fact]
    public void Given_a_clause_that_only_moved_then_it_keeps_its_fingerprint()
    {
        var before = WordReader.Read(WordFiles.WithParagraphs("Art. 1 Nome", "Rete.", "Art. 2 Foro", "Lecco.")).Clauses;
        var after = WordReader.Read(WordFiles.WithParagraphs("Art. 1 Nome", "Rete.", "Art. 2 Sede", "Como.", "Art. 3 Foro", "Lecco.")).Clauses;

        Assert.Equal(before.Single(c => c.Title == "Foro").Sha256, after.Single(c => c.Title == "Foro").Sha256);
    }

    [Fact]
    public void Given_deleted_text_fields_boxes_and_notes_then_what_a_reader_sees_is_read_once()
    {
        var body = "<w:p><w:r><w:t>uno</w:t></w:r><w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>via</w:delText></w:r></w:del>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
            + "<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent><w:p><w:r><w:t>riquadro</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
            + "<w:sdt><w:sdtContent><w:p><w:r><w:t>controllo</w:t></w:r></w:p></w:sdtContent></w:sdt>";

        Assert.Equal(["uno7", "riquadro", "controllo"], WordFiles.Lines(WordFiles.WithBody(body)));
    }
}

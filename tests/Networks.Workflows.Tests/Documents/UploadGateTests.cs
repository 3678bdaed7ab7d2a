using System.Text;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

public sealed class UploadGateTests
{
    private static readonly string _text = WordFiles.Paragraph("Contratto di rete");

    [Fact]
    public void Given_a_plain_word_file_then_it_passes_and_keeps_its_bytes()
    {
        var bytes = WordFiles.Bytes(_text);

        var file = UploadGate.CheckWord(bytes).Value;

        Assert.Equal(bytes, file.Bytes.ToArray());
        Assert.Equal(64, file.Sha256.Length);
    }

    [Fact]
    public void Given_a_file_over_the_limit_then_it_is_too_large_and_one_at_the_limit_passes()
    {
        var bytes = WordFiles.Bytes(_text);

        var refusal = UploadGate.CheckWord(bytes, new UploadLimits { FileBytes = bytes.Length - 1 }).Refusal!;

        Assert.Equal((RefusalKind.TooLarge, "documents.too-large"), (refusal.Kind, refusal.Code));
        Assert.True(UploadGate.CheckWord(bytes, new UploadLimits { FileBytes = bytes.Length }).Ok);
    }

    [Fact]
    public async Task Given_an_endless_upload_when_read_then_it_stops_at_the_limit()
    {
        var limit = 1024 * 1024;
        using var endless = new MemoryStream(new byte[3 * limit]);

        var read = await UploadGate.ReadAsync(endless, limit, CancellationToken.None);

        Assert.Equal("documents.too-large", read.Refusal!.Code);
        Assert.True(endless.Position < limit + 100_000);
    }

    [Fact]
    public void Given_what_is_no_word_file_then_each_is_refused_with_its_own_reason()
    {
        var whole = WordFiles.Bytes(_text);
        var withoutMain = WordFiles.Zip([("a.txt", "ciao"u8.ToArray())]);
        var spreadsheet = WordFiles.Zip(WordFiles.Parts(_text, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
        byte[] container = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];

        Assert.Equal("documents.empty", Code([]));
        Assert.Equal("documents.not-word", Code("%PDF-1.7 renamed %%EOF"u8.ToArray()));
        Assert.Equal("documents.not-word", Code(withoutMain));
        Assert.Equal("documents.not-word", Code(spreadsheet));
        Assert.Equal("documents.word-damaged", Code(whole[..(whole.Length / 2)]));
        Assert.Equal("documents.word-damaged", Code(WordFiles.Zip([]) is { Length: > 0 } empty ? [.. "PK\x03\x04"u8, .. empty] : []));
        Assert.Equal("documents.word-old-format", Code(container));
        Assert.Equal("documents.word-password", Code([.. container, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Fact]
    public void Given_a_main_part_that_is_missing_or_broken_then_the_file_is_refused()
    {
        var without = WordFiles.Parts(_text);
        without.RemoveAt(2);
        var broken = WordFiles.Parts("<w:p><w:r>");

        Assert.StartsWith("documents.", Code(WordFiles.Zip(without)), StringComparison.Ordinal);
        Assert.Equal("documents.word-damaged", Code(WordFiles.Zip(broken)));
    }

    [Fact]
    public void Given_macros_under_any_name_then_the_file_is_refused()
    {
        var type = "application/vnd.ms-word.document.macroEnabled.main+xml";
        var project = WordFiles.Relation("x", "vbaProject.bin", external: false)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships/x", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", StringComparison.Ordinal);

        Assert.Equal("documents.word-macros", Code(WordFiles.Zip(WordFiles.Parts(_text, type))));
        Assert.Equal("documents.word-macros", Code(WordFiles.Zip(WordFiles.Parts(_text, relations: project))));
    }

    [Fact]
    public void Given_an_embedded_object_then_the_file_is_refused()
    {
        var relation = WordFiles.Relation("oleObject", "embeddings/o.bin", external: false);

        Assert.Equal("documents.word-embedded-object", Code(WordFiles.Zip(WordFiles.Parts(_text, relations: relation))));
    }

    [Theory]
    [InlineData(257)]
    [InlineData(40_000)]
    public void Given_elements_nested_too_deep_then_the_file_is_refused_and_the_process_lives(int depth)
    {
        var body = string.Concat(Enumerable.Repeat("<w:sdt>", depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", depth));

        var refusal = UploadGate.CheckWord(WordFiles.Bytes(body)).Refusal!;

        Assert.Equal("documents.word-nested", refusal.Code);
        Assert.Equal([256], refusal.Values);
    }

    [Fact]
    public void Given_a_part_that_inflates_too_much_then_the_file_is_refused()
    {
        var bomb = WordFiles.Parts(_text).Append(("word/media/x.bin", new byte[4 * 1024 * 1024]));
        var many = WordFiles.Parts(_text).Concat(Enumerable.Range(0, 2000).Select(i => ($"word/x{i}.bin", Array.Empty<byte>())));
        var wide = WordFiles.Bytes(_text + new string(' ', 900_000));

        Assert.Equal("documents.word-unpacks-too-large", Code(WordFiles.Zip(bomb)));
        Assert.Equal("documents.word-unpacks-too-large", Code(WordFiles.Zip(many)));
        Assert.Equal("documents.word-unpacks-too-large", UploadGate.CheckWord(wide, new UploadLimits { UnpackedBytes = 800_000 }).Refusal!.Code);
        Assert.Equal("documents.word-unpacks-too-large", UploadGate.CheckWord(wide, new UploadLimits { XmlBytes = 800_000 }).Refusal!.Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1/x.dtd\">")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")]
    public void Given_a_document_type_in_any_part_then_the_file_is_refused(string declaration)
    {
        var parts = WordFiles.Parts(_text).Append(WordFiles.Xml("customXml/item1.xml", declaration + "<x/>"));

        Assert.Equal("documents.word-document-type", Code(WordFiles.Zip(parts)));
    }

    [Theory]
    [InlineData("image", "http://127.0.0.1/x.png", true)]
    [InlineData("image", "file:///etc/passwd", true)]
    [InlineData("attachedTemplate", "file:///C:/modelli/rete.dotm", true)]
    [InlineData("subDocument", "altro.docx", true)]
    [InlineData("aFChunk", "pagina.html", false)]
    [InlineData("hyperlink", "file:///etc/passwd", true)]
    [InlineData("hyperlink", "javascript:alert(1)", true)]
    [InlineData("hyperlink", @"\\server\share\x", true)]
    public void Given_a_link_out_of_the_file_then_it_is_refused_and_named(string kind, string target, bool external)
    {
        var refusal = UploadGate.CheckWord(WordFiles.Zip(WordFiles.Parts(_text, relations: WordFiles.Relation(kind, target, external)))).Refusal!;

        Assert.Equal("documents.word-external-link", refusal.Code);
        Assert.Equal([target], refusal.Values);
    }

    [Theory]
    [InlineData("https://www.example.it/rete")]
    [InlineData("mailto:rete@example.it")]
    public void Given_an_ordinary_hyperlink_then_the_file_passes(string target)
    {
        Assert.True(UploadGate.CheckWord(WordFiles.Zip(WordFiles.Parts(_text, relations: WordFiles.Relation("hyperlink", target)))).Ok);
    }

    [Theory]
    [InlineData("<w:p><w:fldSimple w:instr=\" INCLUDEPICTURE &quot;http://x/y.png&quot; \"/></w:p>", "INCLUDEPICTURE")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r></w:p>", "DDE")]
    [InlineData("<w:p><w:r><w:instrText>includetext \"c:\\\\x\"</w:instrText></w:r></w:p>", "INCLUDETEXT")]
    public void Given_a_field_that_fetches_or_drives_then_the_file_is_refused(string paragraph, string field)
    {
        var refusal = UploadGate.CheckWord(WordFiles.Bytes(paragraph)).Refusal!;

        Assert.Equal(("documents.word-external-field", field), (refusal.Code, refusal.Values[0]));
    }

    [Theory]
    [InlineData("../../etc/x")]
    [InlineData("/word/x.bin")]
    [InlineData("C:/x.bin")]
    [InlineData("WORD/Document.xml")]
    public void Given_an_entry_name_that_leaves_or_repeats_then_the_file_is_refused(string name)
    {
        Assert.Equal("documents.word-entry-name", Code(WordFiles.Zip(WordFiles.Parts(_text).Append((name, [1])))));
    }

    [Fact]
    public void Given_pdf_files_then_only_a_whole_one_without_password_passes()
    {
        Assert.True(UploadGate.CheckPdf("%PDF-1.7\ntrailer <</Size 3>>\n%%EOF\n"u8.ToArray()).Ok);
        Assert.Equal("documents.not-pdf", UploadGate.CheckPdf(WordFiles.Bytes(_text)).Refusal!.Code);
        Assert.Equal("documents.not-pdf", UploadGate.CheckPdf("MZ %PDF-1.7 %%EOF"u8.ToArray()).Refusal!.Code);
        Assert.Equal("documents.pdf-damaged", UploadGate.CheckPdf("%PDF-1.7\ntrailer"u8.ToArray()).Refusal!.Code);
        Assert.Equal("documents.pdf-password", UploadGate.CheckPdf("%PDF-1.7\ntrailer <</Encrypt 9 0 R>>\n%%EOF"u8.ToArray()).Refusal!.Code);
        Assert.Equal("documents.empty", UploadGate.CheckPdf([]).Refusal!.Code);
    }

    [Fact]
    public void Given_a_signed_envelope_over_its_limit_then_it_is_too_large()
    {
        var limits = new UploadLimits { SignedBytes = 4 };

        Assert.True(UploadGate.CheckSigned([1, 2, 3, 4], limits).Ok);
        Assert.Equal(RefusalKind.TooLarge, UploadGate.CheckSigned([1, 2, 3, 4, 5], limits).Refusal!.Kind);
    }

    private static string Code(byte[] file) => UploadGate.CheckWord(file).Refusal!.Code;
}

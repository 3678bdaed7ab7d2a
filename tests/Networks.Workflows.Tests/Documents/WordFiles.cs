using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Tests.Documents;

/// <summary>Word files written by hand, so that a test can put into them what no library would.</summary>
public static class WordFiles
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private const string _office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>The parts of a plain file with this body; a test changes them before zipping.</summary>
    public static List<(string Name, byte[] Content)> Parts(string body, string mainType = MainType, string relations = "") =>
    [
        Xml("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
            + $"<Override PartName=\"/word/document.xml\" ContentType=\"{mainType}\"/></Types>"),
        Xml("_rels/.rels", Relations($"<Relationship Id=\"rId1\" Type=\"{_office}officeDocument\" Target=\"word/document.xml\"/>")),
        Xml("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"),
        Xml("word/_rels/document.xml.rels", Relations(relations)),
    ];

    public static string Relation(string kind, string target, bool external = true) =>
        $"<Relationship Id=\"rId9\" Type=\"{_office}{kind}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>";

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Bytes(string body) => Zip(Parts(body));

    /// <summary>A file that passed the gate.</summary>
    public static WordFile WithBody(string body) => UploadGate.CheckWord(Bytes(body)).Value;

    public static WordFile WithParagraphs(params string[] paragraphs) => WithBody(string.Concat(paragraphs.Select(Paragraph)));

    public static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Row(params string[] cells) =>
        "<w:tr>" + string.Concat(cells.Select(c => $"<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/></w:tcPr>{Paragraph(c)}</w:tc>")) + "</w:tr>";

    public static string Table(params string[] rows) =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1000\"/></w:tblGrid>{string.Concat(rows)}</w:tbl><w:p/>";

    public static (string Name, byte[] Content) Xml(string name, string xml) => (name, Encoding.UTF8.GetBytes(xml));

    /// <summary>Every line of the text, tables as "a | b".</summary>
    public static IReadOnlyList<string> Lines(WordFile file) => [.. WordReader.Read(file).Blocks.SelectMany(CanonicalText.Lines)];

    public static IReadOnlyList<string> Findings(WordFile file)
    {
        using var document = file.Open();
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }

    private static string Relations(string inner) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>";
}

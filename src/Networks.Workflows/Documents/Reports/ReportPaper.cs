using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Networks.Workflows.Documents.Reports;

/// <summary>A report as a Word file, from which the converter makes the PDF.</summary>
public static class ReportPaper
{
    private const string HeadSize = "32";
    private const string TitleSize = "26";
    private const string TextSize = "18";

    public static WordFile Write(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(Line(report.Title, HeadSize, bold: true), Line(report.Lead, TextSize));
            foreach (var sheet in report.Sheets)
            {
                body.Append(Line(sheet.Title, TitleSize, bold: true, keep: true), Line(sheet.Note, TextSize, keep: true), TableOf(sheet), Line("", TextSize));
            }

            body.Append(new SectionProperties(
                new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
                new PageMargin { Top = 1000, Bottom = 1000, Left = 1000, Right = 1000, Header = 500, Footer = 500, Gutter = 0 }));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return new WordFile(stream.ToArray());
    }

    private static Table TableOf(ReportSheet sheet)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(new BottomBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(sheet.Heads.Select(_ => new GridColumn())));
        table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. Cells(sheet.Heads, bold: true)]));
        table.Append(sheet.Rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()), .. Cells(row.Select(Said), bold: false)])));
        return table;
    }

    private static IEnumerable<OpenXmlElement> Cells(IEnumerable<string> texts, bool bold) => texts.Select(t => new TableCell(Line(t, TextSize, bold)));

    private static string Said(object? cell) => cell switch
    {
        null => "",
        int number => number.ToString("N0", CultureInfo.CurrentCulture),
        DateOnly day => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture),
        _ => $"{cell}",
    };

    private static Paragraph Line(string text, string size, bool bold = false, bool keep = false)
    {
        var look = new RunProperties(new RunFonts { Ascii = "Liberation Sans", HighAnsi = "Liberation Sans" });
        if (bold)
        {
            look.Append(new Bold());
        }

        look.Append(new FontSize { Val = size });
        var paragraph = new ParagraphProperties();
        if (keep)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { After = "60" });
        return new Paragraph(paragraph, new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}

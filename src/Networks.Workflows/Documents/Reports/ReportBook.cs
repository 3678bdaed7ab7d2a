using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Networks.Workflows.Documents.Reports;

/// <summary>
/// A report as a workbook (XLSX): a sheet a table. Text is stored as text and marked so, numbers as numbers, days as days:
/// no cell is a formula or becomes one when somebody edits it.
/// </summary>
public static class ReportBook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Longest name of a sheet.</summary>
    private const int NameLength = 31;

    /// <summary>Longest text of a cell.</summary>
    private const int CellLength = 32_767;

    private const uint PlainStyle = 0;
    private const uint TextStyle = 1;
    private const uint HeadStyle = 2;
    private const uint DayStyle = 3;

    private static readonly char[] _notInNames = [':', '\\', '/', '?', '*', '[', ']', '\''];

    public static byte[] Write(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook();
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = part.Workbook.AppendChild(new Sheets());
            for (var i = 0; i < report.Sheets.Count; i++)
            {
                var sheet = part.AddNewPart<WorksheetPart>();
                WriteRows(sheet, report, report.Sheets[i]);
                sheets.Append(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = (uint)i + 1, Name = NameOf(i, report.Sheets[i].Title) });
            }
        }

        return stream.ToArray();
    }

    // Row by row: a long list is never whole in memory as elements.
    private static void WriteRows(WorksheetPart part, Report report, ReportSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(Columns(sheet));
        writer.WriteStartElement(new SheetData());
        foreach (var row in Rows(report, sheet))
        {
            writer.WriteElement(row);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static IEnumerable<Row> Rows(Report report, ReportSheet sheet)
    {
        Row[] top = [new(Text(report.Title, HeadStyle)), new(Text(report.Lead, TextStyle)), new(), new(Text(sheet.Title, HeadStyle)), new(Text(sheet.Note, TextStyle)), new(sheet.Heads.Select(h => Text(h, HeadStyle)))];
        return top.Concat(sheet.Rows.Select(row => new Row(row.Select(CellOf))));
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell(),
        int number => new Cell { DataType = CellValues.Number, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = PlainStyle },
        DateOnly day => new Cell { DataType = CellValues.Number, CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)), StyleIndex = DayStyle },
        _ => Text($"{value}", TextStyle),
    };

    private static Cell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(Written(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // What XML cannot hold is left out, and what is longer than a cell may be is cut: the book would not open.
    private static string Written(string text)
    {
        var known = text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));
        return known[..Math.Min(known.Length, CellLength)];
    }

    private static Columns Columns(ReportSheet sheet) =>
        new(Enumerable.Range(1, Math.Max(1, sheet.Heads.Count)).Select(n => new Column { Min = (uint)n, Max = (uint)n, Width = n == 1 ? 34 : 18, CustomWidth = true }));

    // Names must differ, and are cut: the number keeps them apart.
    private static string NameOf(int index, string title)
    {
        var name = $"{index + 1} {string.Concat(title.Where(c => !_notInNames.Contains(c)))}";
        return name[..Math.Min(name.Length, NameLength)].TrimEnd();
    }

    // The quote mark says to a spreadsheet that the cell was typed as text and stays text.
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { QuotePrefix = true },
            new CellFormat { QuotePrefix = true, FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
}

using System.Globalization;
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
    /// <summary>Longest name of a sheet.</summary>
    private const int NameLength = 31;

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
                sheet.Worksheet = new Worksheet(Columns(report.Sheets[i]), Rows(report, report.Sheets[i]));
                sheets.Append(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = (uint)i + 1, Name = NameOf(i, report.Sheets[i].Title) });
            }
        }

        return stream.ToArray();
    }

    private static SheetData Rows(Report report, ReportSheet sheet)
    {
        var rows = new SheetData();
        rows.Append(new Row(Text(report.Title, HeadStyle)), new Row(Text(report.Lead, TextStyle)), new Row(), new Row(Text(sheet.Title, HeadStyle)), new Row(Text(sheet.Note, TextStyle)));
        rows.Append(new Row(sheet.Heads.Select(h => Text(h, HeadStyle))));
        rows.Append(sheet.Rows.Select(row => new Row(row.Select(CellOf))));
        return rows;
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
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };

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

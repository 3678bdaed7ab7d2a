using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Networks.Workflows.Documents.Reports;

namespace Networks.Workflows.Tests.Documents;

public sealed class ReportBookTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void Given_a_text_that_looks_like_a_formula_when_it_is_written_then_it_is_text_and_stays_so_when_edited(string text)
    {
        var bytes = ReportBook.Write(new Report("Titolo", "Fatto oggi", [new ReportSheet("Uno: due/tre", "Nota", ["A", "B", "C"], [[text, 7, new DateOnly(2026, 3, 10)]])]));

        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var sheet = Assert.Single(book.WorkbookPart!.WorksheetParts);
        var cells = sheet.Worksheet.Descendants<Row>().Last().Elements<Cell>().ToList();
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.Empty(sheet.Worksheet.Descendants<CellFormula>());
        Assert.Equal((CellValues.InlineString, text), (cells[0].DataType!.Value, cells[0].InnerText));
        Assert.True(formats[(int)cells[0].StyleIndex!.Value].QuotePrefix!.Value);
        Assert.Equal((CellValues.Number, "7", "46091"), (cells[1].DataType!.Value, cells[1].InnerText, cells[2].InnerText));
        Assert.Equal("1 Uno duetre", book.WorkbookPart.Workbook.Descendants<Sheet>().Single().Name!.Value);
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Networks.Workflows.Discovery.Imports;

namespace Networks.Workflows.Tests.Discovery;

public sealed class TableBookTests
{
    [Fact]
    public void Given_a_workbook_with_shared_texts_numbers_and_gaps_then_every_cell_is_in_its_column()
    {
        var rows = ImportFile.Rows(new MemoryStream(Workbook())).ToList();

        Assert.Equal(["Denominazione", "", "Prov"], rows[0].Cells);
        Assert.Equal((4, "NA"), (rows[1].Line, rows[1].Cells[2]));
        Assert.Equal("46387", rows[1].Cells[1]);
        Assert.Equal(["name", "", "province"], ColumnGuess.Of(rows[0].Cells));
    }

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook();
            var shared = part.AddNewPart<SharedStringTablePart>();
            shared.SharedStringTable = new SharedStringTable(new SharedStringItem(new Text("Denominazione")), new SharedStringItem(new Text("NA")));
            var sheet = part.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(
                new Row(Shared("A1", 0), Inline("C1", "Prov")) { RowIndex = 1 },
                new Row(Inline("A3", " ")) { RowIndex = 3 },
                new Row(Inline("A4", "Alfa Srl"), new Cell { CellReference = "B4", CellValue = new CellValue("46387") }, Shared("C4", 1)) { RowIndex = 4 }));
            part.Workbook.AppendChild(new Sheets(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = 1, Name = "Elenco" }));
        }

        return stream.ToArray();
    }

    private static Cell Shared(string at, int text) => new() { CellReference = at, DataType = CellValues.SharedString, CellValue = new CellValue($"{text}") };

    private static Cell Inline(string at, string text) => new() { CellReference = at, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Networks.Workflows.Tests.Support;

/// <summary>A file of the shape of the Chambers' open workbook, with invented networks and firms.</summary>
public static class NetworkWorkbookFile
{
    private static readonly string[] _heading = ["Progr.", "Denominazione contratto", "Data atto", "Numero repertorio", "Numero atto", "Oggetto", "N.REA", "C.F.", "Denominazione", "Impresa di riferimento", "Comune", "Prov."];

    /// <param name="contracts">Rows of the sheet <c>Elenco</c>: network, day, repertorio, tax code, reference.</param>
    /// <param name="entities">Rows of the sheet <c>Sogg. Giu.</c>.</param>
    public static byte[] Of(IEnumerable<string[]> contracts, IEnumerable<string[]> entities, string first = "Elenco")
    {
        using var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook(new Sheets());
            Sheet(part, 1, first, contracts);
            Sheet(part, 2, "Sogg. Giu.", entities);
        }

        return stream.ToArray();
    }

    private static void Sheet(WorkbookPart book, uint number, string name, IEnumerable<string[]> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        string[] title = ["Elenco dei contratti di rete"];
        part.Worksheet = new Worksheet(new SheetData(new[] { title, _heading }.Concat(rows.Select(Full)).Select((cells, at) => RowOf(at + 1, cells))));
        book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = number, Name = name });
    }

    private static string[] Full(string[] row) => ["1", row[0], row[1], row[2], "77", "Oggetto inventato", "NA-100200", row[3], "Impresa inventata", row[4], "Napoli", "NA"];

    private static Row RowOf(int number, string[] cells) =>
        new(cells.Select(text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) })) { RowIndex = (uint)number };
}

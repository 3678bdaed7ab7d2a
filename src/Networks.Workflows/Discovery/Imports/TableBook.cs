using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>A sheet of a workbook (XLSX), read row by row. Numbers and days come as the workbook keeps them.</summary>
internal static class TableBook
{
    /// <param name="sheet">Its name; null for the first.</param>
    /// <returns>Nothing where the workbook has no sheet of that name.</returns>
    /// <exception cref="InvalidDataException">The bytes are no workbook.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(byte[] bytes, string? sheet = null) => Read(new MemoryStream(bytes), sheet);

    /// <param name="file">Can be read from any place; stays open.</param>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(Stream file, string? sheet = null)
    {
        using var book = Open(file);
        if (SheetOf(book, sheet) is not { } part)
        {
            yield break;
        }

        var shared = SharedTexts(book);
        using var reader = OpenXmlReader.Create(part);
        var line = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            line = row.RowIndex is { } index ? (int)index.Value : line + 1;
            var cells = CellsOf(row, shared);
            if (cells.Exists(c => !string.IsNullOrWhiteSpace(c)))
            {
                yield return (line, cells);
            }
        }
    }

    private static SpreadsheetDocument Open(Stream file)
    {
        try
        {
            return SpreadsheetDocument.Open(file, isEditable: false);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException)
        {
            throw new InvalidDataException("no workbook", e);
        }
    }

    private static WorksheetPart? SheetOf(SpreadsheetDocument book, string? name)
    {
        var sheet = book.WorkbookPart?.Workbook.Sheets?.Elements<Sheet>().FirstOrDefault(s => name is null || string.Equals(s.Name?.Value?.Trim(), name, StringComparison.OrdinalIgnoreCase));
        return sheet?.Id?.Value is { } id ? (WorksheetPart)book.WorkbookPart!.GetPartById(id)
            : name is null ? throw new InvalidDataException("no sheet")
            : null;
    }

    private static List<string> SharedTexts(SpreadsheetDocument book)
    {
        var texts = new List<string>();
        if (book.WorkbookPart?.SharedStringTablePart is not { } part)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                texts.Add(((SharedStringItem)reader.LoadCurrentElement()!).InnerText);
            }
        }

        return texts;
    }

    // Empty cells are left out of the file: the reference says which column a cell is in.
    private static List<string> CellsOf(Row row, List<string> shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            while (cells.Count < at && cells.Count < ColumnGuess.MostColumns)
            {
                cells.Add("");
            }

            if (cells.Count >= ColumnGuess.MostColumns)
            {
                break;
            }

            cells.Add(TextOf(cell, shared));
        }

        return cells;
    }

    private static string TextOf(Cell cell, List<string> shared)
    {
        var raw = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "",
            CellValues.InlineString => cell.InlineString?.InnerText ?? "",
            CellValues.Error => "",
            _ => raw,
        };
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return Math.Clamp(column - 1, 0, ColumnGuess.MostColumns);
    }
}

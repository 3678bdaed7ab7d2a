using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>The rows of an uploaded file, whatever wrote it.</summary>
internal static class ImportFile
{
    /// <summary>More than a spreadsheet holds.</summary>
    public const int MostRows = 1_100_000;

    /// <summary>The first one is the heading.</summary>
    /// <exception cref="InvalidDataException">It is neither a workbook nor a text with columns.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK"u8) ? TableBook.Read(bytes) : TableText.Read(bytes);

    /// <summary>Null when no heading can be read.</summary>
    public static IReadOnlyList<string>? Heading(byte[] bytes)
    {
        try
        {
            // Bytes without meaning as text are no table.
            return bytes.AsSpan(0, Math.Min(bytes.Length, 1000)).Contains((byte)0) && !bytes.AsSpan().StartsWith("PK"u8) && bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                ? null
                : Rows(bytes).Select(r => r.Cells).FirstOrDefault();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The typed fields of a row. The apostrophe that keeps a spreadsheet from running a cell is not part of it.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < Math.Min(columns.Count, cells.Count); i++)
        {
            var cell = cells[i];
            if (columns[i].Length > 0 && !string.IsNullOrWhiteSpace(cell))
            {
                yield return new(columns[i], SafeCell.Read(cell));
            }
        }
    }
}

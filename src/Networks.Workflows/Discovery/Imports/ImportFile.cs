using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>The rows of an uploaded file, whatever wrote it.</summary>
internal static class ImportFile
{
    /// <summary>More than a spreadsheet holds; a file with more is refused in words.</summary>
    public const int MostRows = 1_100_000;

    /// <summary>Enough to see what wrote the file.</summary>
    private const int TopBytes = 1000;

    /// <summary>The first one is the heading.</summary>
    /// <param name="file">Can be read from any place; stays open.</param>
    /// <exception cref="InvalidDataException">It is neither a workbook nor a text with columns.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Rows(Stream file) => TopOf(file).AsSpan().StartsWith("PK"u8) ? TableBook.Read(file) : TableText.Read(file);

    /// <summary>Null when no heading can be read.</summary>
    public static IReadOnlyList<string>? Heading(Stream file)
    {
        var top = TopOf(file);
        try
        {
            // Bytes without meaning as text are no table.
            return top.Contains((byte)0) && !top.AsSpan().StartsWith("PK"u8) && top is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                ? null
                : Rows(file).Select(r => r.Cells).FirstOrDefault();
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

    private static byte[] TopOf(Stream file)
    {
        var top = new byte[TopBytes];
        file.Position = 0;
        return top[..file.ReadAtLeast(top, TopBytes, throwOnEndOfStream: false)];
    }
}

using System.Text;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>
/// A text with columns, as spreadsheets of different countries write it: commas, semicolons or tabs, with or without
/// quotes, in UTF-8, UTF-16 or the encoding of older Windows programs. Every cell is text: <c>NA</c> is Napoli.
/// </summary>
internal static class TableText
{
    private const int BufferBytes = 64 * 1024;

    private static readonly Encoding _strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows with content, each with the line on which it begins, from 1. Only one of them is in memory at a time.</summary>
    /// <param name="file">Can be read from any place; stays open.</param>
    /// <exception cref="InvalidDataException">A quote is opened and never closed: the rest of the file would be one cell.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Read(Stream file)
    {
        var encoding = EncodingOf(file);
        var separator = SeparatorOf(file, encoding);
        using var reader = ReaderOf(file, encoding);
        var cells = new List<string>();
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            line++;
            var first = line;
            if (!text.Contains('"', StringComparison.Ordinal))
            {
                cells.AddRange(text.Split(separator));
            }
            else
            {
                while (!Split(text, separator, cells))
                {
                    // A quoted cell goes on in the next line.
                    cells.Clear();
                    text += "\n" + (reader.ReadLine() ?? throw new InvalidDataException($"{first}"));
                    line++;
                    if (line - first > MostLinesOfCell)
                    {
                        throw new InvalidDataException($"{first}");
                    }
                }
            }

            if (cells.Exists(c => !string.IsNullOrWhiteSpace(c)))
            {
                yield return (first, [.. cells]);
            }

            cells.Clear();
        }
    }

    private const int MostLinesOfCell = 200;

    /// <returns>False when a quote is still open at the end.</returns>
    private static bool Split(string text, char separator, List<string> cells)
    {
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"' when quoted || string.IsNullOrWhiteSpace(cell.ToString()):
                    quoted = !quoted;
                    break;
                case var c when c == separator && !quoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                case var c:
                    cell.Append(c);
                    break;
            }
        }

        cells.Add(cell.ToString());
        return !quoted;
    }

    private static Encoding EncodingOf(Stream file)
    {
        var decoder = _strict.GetDecoder();
        var buffer = new byte[BufferBytes];
        file.Position = 0;
        try
        {
            // A marked file says it itself, and the reader sees the mark.
            int read;
            var chars = new char[_strict.GetMaxCharCount(BufferBytes)];
            while ((read = file.Read(buffer)) > 0)
            {
                decoder.GetChars(buffer.AsSpan(0, read), chars, flush: false);
            }

            decoder.GetChars([], chars, flush: true);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        }
    }

    private static char SeparatorOf(Stream file, Encoding encoding)
    {
        using var reader = ReaderOf(file, encoding);
        var heading = reader.ReadLine() ?? "";
        return new[] { ';', '\t', ',' }.MaxBy(s => heading.Count(c => c == s));
    }

    private static StreamReader ReaderOf(Stream file, Encoding encoding)
    {
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, BufferBytes, leaveOpen: true);
    }
}

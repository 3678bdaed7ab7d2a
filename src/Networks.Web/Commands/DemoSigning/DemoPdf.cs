using System.Globalization;
using System.Text;

namespace Networks.Web.Commands.DemoSigning;

/// <summary>
/// A small PDF out of lines of text, for the demo where no LibreOffice is at hand: A4, Helvetica of the reader, the
/// characters of Western Europe. The same lines give the same bytes.
/// </summary>
internal static class DemoPdf
{
    private const int _linesPerPage = 50;
    private const int _charactersPerLine = 92;
    private const int _firstPageObject = 5;

    private static readonly Encoding _winAnsi = CodePagesEncodingProvider.Instance.GetEncoding(
        1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <param name="title">Printed in bold on the first page.</param>
    /// <param name="lines">Paragraphs; long ones are wrapped between words, an empty one is an empty line.</param>
    public static byte[] Of(string title, IEnumerable<string> lines)
    {
        var pages = lines.SelectMany(Wrapped).Chunk(_linesPerPage).ToList();
        if (pages.Count == 0)
        {
            pages.Add([]);
        }

        var kids = string.Join(' ', pages.Select((_, i) => $"{_firstPageObject + (2 * i)} 0 R"));
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        ];
        for (var i = 0; i < pages.Count; i++)
        {
            var content = Content(i == 0 ? title : "", pages[i]);
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {_firstPageObject + (2 * i) + 1} 0 R "
                + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>");
            objects.Add($"<< /Length {_winAnsi.GetByteCount(content)} >>\nstream\n{content}\nendstream");
        }

        return Written(objects);
    }

    private static byte[] Written(List<string> objects)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write(file, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write(file, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Position;
        Write(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        Write(file, string.Concat(offsets.Select(o => o.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Write(file, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static string Content(string title, string[] lines)
    {
        var heading = title.Length == 0 ? "" : $"/F2 14 Tf ({Escaped(title)}) Tj 0 -26 Td ";
        return $"BT 56 780 Td {heading}/F1 10.5 Tf 14 TL\n" + string.Concat(lines.Select(line => $"({Escaped(line)}) Tj T*\n")) + "ET";
    }

    private static IEnumerable<string> Wrapped(string paragraph)
    {
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > _charactersPerLine)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    private static string Escaped(string text) => text.ReplaceLineEndings(" ")
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("(", @"\(", StringComparison.Ordinal)
        .Replace(")", @"\)", StringComparison.Ordinal);

    private static void Write(Stream file, string text) => file.Write(_winAnsi.GetBytes(text));
}

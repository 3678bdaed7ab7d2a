using Networks.Web.Commands.DemoSigning;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Web.Commands.DemoSeed;

/// <summary>While the story is told, the PDF of a text is its lines: LibreOffice would take seconds for each.</summary>
internal sealed class DemoPdfConverter : IPdfConverter
{
    public Task<Result<byte[]>> ToPdfAsync(WordFile document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var lines = WordReader.Read(document).Blocks.SelectMany(LinesOf).ToList();
        Result<byte[]> pdf = DemoPdf.Of(lines.FirstOrDefault() ?? "", lines.Skip(1));
        return Task.FromResult(pdf);
    }

    private static IEnumerable<string> LinesOf(WordBlock block) => block switch
    {
        WordHeading heading => ["", Joined(heading.Number, heading.Text)],
        WordParagraph paragraph => [Joined(paragraph.Number, paragraph.Text)],
        WordTable table => table.Rows.Select(row => string.Join(" · ", row.Cells.Select(cell => string.Join(" ", cell)))),
        _ => [],
    };

    private static string Joined(string? number, string text) => number is null ? text : $"{number} {text}";
}

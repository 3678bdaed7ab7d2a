using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.ShowFirmPage;

/// <summary>
/// Keeps the representative's name off the page, where the contract has it: whoever answers types it from memory, so that
/// neither a forwarded mail nor a machine that opens links can.
/// </summary>
/// <param name="name">Null hides nothing.</param>
internal sealed class HiddenName(string? name)
{
    private readonly string _instead = Words.Say("drafting.hidden-name");

    public WordBlock In(WordBlock block) => block switch
    {
        WordHeading heading => heading with { Text = In(heading.Text) },
        WordParagraph paragraph => paragraph with { Text = In(paragraph.Text) },
        WordTable table => new WordTable([.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(In)] })]),
        _ => block,
    };

    public FirmPageChanges? In(FirmPageChanges? changes) => changes is null ? null : changes with
    {
        Changes = [.. changes.Changes.Select(c => c with { Title = In(c.Title), Before = c.Before is null ? null : In(c.Before), After = c.After is null ? null : In(c.After) })],
    };

    private IReadOnlyList<string> In(IReadOnlyList<string> lines) => [.. lines.Select(In)];

    private string In(string text) => string.IsNullOrWhiteSpace(name) ? text : text.Replace(name, _instead, StringComparison.OrdinalIgnoreCase);
}

using System.Globalization;
using System.Text;
using MediatR;
using Networks.Workflows.Common;
using Networks.Workflows.Documents.Reports;

namespace Networks.Web.Infrastructure.Tables;

/// <summary>A list of a page as it goes into a file, in the reader's language.</summary>
/// <param name="Title">What is listed; the file is named after it.</param>
/// <param name="Filters">What the list is narrowed to, in words; empty for nothing.</param>
/// <param name="Rows">Cells as in <see cref="ReportSheet"/>.</param>
/// <param name="Total">Rows that match; more than those in the file when there are too many for one. Null when the page shows the newest alone and does not count the others.</param>
internal sealed record ListTable(string Title, IReadOnlyList<string> Filters, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<object?>> Rows, int? Total)
{
    /// <summary>Rows of one file.</summary>
    public const int Most = 10_000;

    /// <summary>Rows asked for at once.</summary>
    public const int Portion = 500;

    /// <summary>Asks page after page, up to <see cref="Most"/> rows.</summary>
    /// <param name="ask">The query of a page, from 1.</param>
    /// <returns>The answer to the first, and all rows; or the first refusal.</returns>
    public static async Task<Result<(TPage First, IReadOnlyList<TRow> Rows)>> CollectAsync<TPage, TRow>(
        IMediator mediator, Func<int, IRequest<Result<TPage>>> ask, Func<TPage, IReadOnlyList<TRow>> rowsOf, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        TPage? first = default;
        for (var page = 1; rows.Count < Most; page++)
        {
            var answer = await mediator.Send(ask(page), cancellationToken);
            if (answer.Refusal is { } refusal)
            {
                return refusal;
            }

            first = page == 1 ? answer.Value : first;
            rows.AddRange(rowsOf(answer.Value));
            if (rowsOf(answer.Value).Count < Portion)
            {
                break;
            }
        }

        return (first!, rows);
    }

    /// <summary>With the day and the filters said.</summary>
    public Report ReportOn(DateOnly day)
    {
        var narrowed = Filters.Count == 0 ? Words.Say("shell.table-all") : Words.Say("shell.table-only", string.Join("; ", Filters));
        var count = Total is not { } total ? Words.Say("shell.table-newest", Rows.Count)
            : Rows.Count < total ? Words.Say("shell.table-cut", Rows.Count, total) : Words.Say("shell.table-rows", Rows.Count);
        return new Report(Title, Words.Say("shell.table-lead", day, narrowed), [new ReportSheet(Title, count, Heads, Rows)]);
    }

    /// <summary>The title in plain letters with the day: <c>reti-2026-03-10.csv</c>.</summary>
    public string FileName(DateOnly day, string ending)
    {
        var plain = Title.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var words = string.Concat(plain).Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join('-', words)}-{day:yyyy-MM-dd}.{ending}");
    }
}

using System.Globalization;
using System.Text;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents.Reports;

/// <summary>
/// A report as a CSV with the rows of the workbook: title, lead, then its tables. Semicolons, UTF-8 with its mark, days as
/// yyyy-MM-dd, and no text that a spreadsheet would run.
/// </summary>
public static class ReportCsv
{
    /// <summary>Writes row by row: the text is never whole in memory.</summary>
    public static async Task WriteAsync(Report report, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await LineAsync([report.Title]);
        await LineAsync([report.Lead]);
        foreach (var sheet in report.Sheets)
        {
            await LineAsync([sheet.Note]);
            await LineAsync([]);
            await LineAsync(sheet.Heads);
            foreach (var row in sheet.Rows)
            {
                await LineAsync(row);
            }
        }

        Task LineAsync(IEnumerable<object?> cells) => text.WriteLineAsync(string.Join(';', cells.Select(Said)).AsMemory(), cancellationToken);
    }

    private static string Said(object? cell) => cell switch
    {
        null => "",
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => SafeCell.Write($"{cell}"),
    };
}

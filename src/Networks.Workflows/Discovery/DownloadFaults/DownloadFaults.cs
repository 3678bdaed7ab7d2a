using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.ShowImport;

namespace Networks.Workflows.Discovery.DownloadFaults;

/// <summary>
/// The rows of an import that were not taken, as a table to mend and send again: the columns of the file, then the row and
/// what is wrong with it. No cell of it runs in a spreadsheet.
/// </summary>
[Access(Right.DeskWork)]
public sealed record DownloadFaults(Guid Import) : IQuery<string>;

internal sealed class DownloadFaultsHandler(NetworksDbContext db, IActor actor, IFileStore files) : IRequestHandler<DownloadFaults, Result<string>>
{
    public async Task<Result<string>> Handle(DownloadFaults request, CancellationToken cancellationToken)
    {
        if (await db.FirmImports.AsNoTracking().OwnAsync(request.Import, actor, cancellationToken) is not { } import)
        {
            return DiscoveryRefusals.NotFound;
        }

        var faults = await db.ImportFaults.AsNoTracking().Where(f => f.ImportId == import.Id).ToDictionaryAsync(f => f.Row, ShowImportHandler.Say, cancellationToken);
        var sha = await db.Files.Where(f => f.Id == import.File).Select(f => f.Sha256).SingleAsync(cancellationToken);
        var text = new StringBuilder();
        var isHeading = true;
        await using var file = await files.OpenAsync(sha, cancellationToken);
        foreach (var (line, cells) in ImportFile.Rows(file))
        {
            if (isHeading)
            {
                Line(text, [.. cells, Words.Say("discovery.column-row"), Words.Say("discovery.column-fault")]);
                isHeading = false;
            }
            else if (faults.TryGetValue(line, out var fault))
            {
                IEnumerable<string> whole = cells.Concat(Enumerable.Repeat("", Math.Max(0, import.Columns.Count - cells.Count)));
                Line(text, [.. whole, line.ToString(CultureInfo.InvariantCulture), fault]);
            }
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(';', cells.Select(SafeCell.Write)).Append("\r\n");
}

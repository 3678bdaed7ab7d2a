using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;
using Networks.Data.Imports;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Imports;

namespace Networks.Workflows.Discovery.ShowImport;

/// <summary>Where an import of the person's desk stands.</summary>
[Access(Right.DeskWork)]
public sealed record ShowImport(Guid Import) : IQuery<ImportNow>
{
    public const int FaultsShown = 20;
}

/// <param name="Columns">Heading, first value and proposed field of each column; empty once it is imported.</param>
public sealed record ImportNow(
    string FileName, ImportStatus Status, int? Rows, int RowsDone, int Created, int Updated, int Same, int Faults, int Kept, string? Failure,
    IReadOnlyList<ImportColumn> Columns, IReadOnlyList<RowFault> FirstFaults, string? ConsentHow);

public sealed record ImportColumn(string Heading, string Example, string Field);

/// <param name="Text">Why the row was not taken, in the language of the page.</param>
public sealed record RowFault(int Row, string Text);

internal sealed class ShowImportHandler(NetworksDbContext db, IActor actor, IFileStore files) : IRequestHandler<ShowImport, Result<ImportNow>>
{
    public async Task<Result<ImportNow>> Handle(ShowImport request, CancellationToken cancellationToken)
    {
        if (await db.FirmImports.AsNoTracking().OwnAsync(request.Import, actor, cancellationToken) is not { } import)
        {
            return DiscoveryRefusals.NotFound;
        }

        var faults = await db.ImportFaults.AsNoTracking().Where(f => f.ImportId == import.Id).OrderBy(f => f.Row).Take(ShowImport.FaultsShown).ToListAsync(cancellationToken);
        var columns = import.Status is ImportStatus.Uploaded or ImportStatus.Checked ? await ColumnsAsync(import, cancellationToken) : [];
        return new ImportNow(
            import.FileName, import.Status, import.Rows, import.RowsDone, import.Created, import.Updated, import.Same, import.Faults, import.Kept, import.Failure,
            columns, [.. faults.Select(f => new RowFault(f.Row, Say(f)))], import.ConsentHow);
    }

    public static string Say(ImportFault fault) => Words.Say(fault.Code, [.. Json.Read<string[]>(fault.Values)]);

    private async Task<IReadOnlyList<ImportColumn>> ColumnsAsync(FirmImport import, CancellationToken cancellationToken)
    {
        var sha = await db.Files.Where(f => f.Id == import.File).Select(f => f.Sha256).SingleAsync(cancellationToken);
        await using var file = await files.OpenAsync(sha, cancellationToken);
        var top = ImportFile.Rows(file).Take(2).Select(r => r.Cells).ToList();
        return [.. import.Columns.Select((field, i) => new ImportColumn(Cell(0, i), Cell(1, i), field))];

        string Cell(int row, int column) => row < top.Count && column < top[row].Count ? top[row][column] : "";
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.Exports;

/// <summary>A node of the service takes an export to make it, tells how far it is, and how it ended.</summary>
/// <param name="Fence">Of its claim; 0 to claim it.</param>
/// <remarks>Refused: another has it, or it was given up.</remarks>
[Access(Right.DeskWork)]
internal sealed record KeepExport(Guid Export, int Fence) : ICommand<int>
{
    /// <summary>A node that has told nothing for so long has stopped.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public Guid OperationId => Guid.Empty;

    public int PartsDone { get; init; }

    public int Parts { get; init; }

    /// <summary>What was made; null while it is not.</summary>
    public StoredBytes? Made { get; init; }

    /// <summary>Code of the sentence why it cannot be made; null while it can.</summary>
    public string? Failure { get; init; }

    /// <summary>Its time is over.</summary>
    public bool IsOver { get; init; }
}

internal sealed class KeepExportHandler(NetworksDbContext db, TimeProvider clock) : IRequestHandler<KeepExport, Result<int>>
{
    public async Task<Result<int>> Handle(KeepExport request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var export = await db.HoldingsExports.SingleAsync(e => e.Id == request.Export, cancellationToken);
        var isMine = request.Fence == 0
            ? export.Status == ExportStatus.Making && (export.ClaimedUntil is null || export.ClaimedUntil < now)
            : export.Fence == request.Fence && (export.Status == ExportStatus.Making || request.IsOver);
        if (!isMine)
        {
            return DataRefusals.Exporting;
        }

        export.Fence += request.Fence == 0 ? 1 : 0;
        (export.PartsDone, export.Parts, export.ClaimedUntil) = (request.PartsDone, request.Parts, now + KeepExport.Patience);
        if (request.Made is { } made)
        {
            (export.Status, export.Sha256, export.SizeBytes, export.ReadyAt, export.Until, export.ClaimedUntil) =
                (ExportStatus.Ready, made.Sha256, made.SizeBytes, now, now + ExportTime.Kept, null);
        }
        else if (request.Failure is { } failure)
        {
            (export.Status, export.Failure, export.ClaimedUntil) = (ExportStatus.Failed, failure, null);
        }
        else if (request.IsOver)
        {
            (export.Status, export.ClaimedUntil) = (ExportStatus.Gone, null);
        }

        return export.Fence;
    }
}

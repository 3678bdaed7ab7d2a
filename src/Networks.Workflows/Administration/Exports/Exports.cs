using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.Exports;

/// <summary>Has all that is the person's association's made into one file. The service does it beside; the list tells how far it is.</summary>
/// <remarks>Refused: one is being made already.</remarks>
[Access(Right.HoldingsExport)]
public sealed record AskExport : ICommand<Guid>
{
    public Guid OperationId { get; init; }
}

/// <summary>Deletes an export before its time, or gives up one that is being made.</summary>
[Access(Right.HoldingsExport)]
public sealed record EndExport(Guid Export) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

/// <summary>The exports of the person's association, newest first.</summary>
[Access(Right.HoldingsExport)]
public sealed record ListExports : IQuery<IReadOnlyList<ExportRow>>;

/// <param name="Failure">Why it could not be made, in the reader's language.</param>
public sealed record ExportRow(Guid Id, DateTimeOffset AskedAt, string AskedBy, ExportStatus Status, int PartsDone, int Parts, long SizeBytes, string? Sha256, DateTimeOffset? Until, string? Failure);

/// <summary>The file of an export of the person's own association.</summary>
/// <remarks>Refused: it is not ready, or its time is over.</remarks>
[Access(Right.HoldingsExport)]
public sealed record OpenExport(Guid Export) : IQuery<ExportFile>;

/// <param name="Name">File name.</param>
/// <param name="Content">A ZIP; whoever opened it closes it.</param>
public sealed record ExportFile(string Name, Stream Content);

/// <summary>How long a finished export can be downloaded.</summary>
public static class ExportTime
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);
}

internal sealed class AskExportHandler(NetworksDbContext db, IActor actor, Journal journal, TimeProvider clock) : IRequestHandler<AskExport, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AskExport request, CancellationToken cancellationToken)
    {
        if (actor.Association is not { } own || actor.Officer is not { } officer)
        {
            return AdministrationRefusals.NotFound;
        }

        if (await db.HoldingsExports.AnyAsync(e => e.AssociationId == own && e.Status == ExportStatus.Making, cancellationToken))
        {
            return DataRefusals.Exporting;
        }

        var export = new HoldingsExport(Ids.New(clock), own, officer, clock.GetUtcNow());
        db.Add(export);
        journal.Tell("export", $"{export.Id}");
        return export.Id;
    }
}

internal sealed class EndExportHandler(NetworksDbContext db, IActor actor, Journal journal, IExportStore store) : IRequestHandler<EndExport, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndExport request, CancellationToken cancellationToken)
    {
        if (await db.HoldingsExports.FirstOrDefaultAsync(e => e.Id == request.Export && e.AssociationId == actor.Association && e.Status != ExportStatus.Gone, cancellationToken) is not { } export)
        {
            return AdministrationRefusals.NotFound;
        }

        // Whoever still makes it finds that it has lost it.
        (export.Status, export.ClaimedUntil) = (ExportStatus.Gone, null);
        export.Fence++;
        await store.DeleteAsync(export.Id, cancellationToken);
        journal.Tell("export", $"{export.Id}");
        return Done.It;
    }
}

internal sealed class ListExportsHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ListExports, Result<IReadOnlyList<ExportRow>>>
{
    public async Task<Result<IReadOnlyList<ExportRow>>> Handle(ListExports request, CancellationToken cancellationToken)
    {
        var rows = await (
            from e in db.HoldingsExports.AsNoTracking()
            where e.AssociationId == actor.Association
            join o in db.Officers on e.AskedBy equals o.Id
            orderby e.AskedAt descending
            select new { Row = e, o.FullName }).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new ExportRow(
            r.Row.Id, r.Row.AskedAt, r.FullName, r.Row.Status, r.Row.PartsDone, r.Row.Parts, r.Row.SizeBytes, r.Row.Sha256, r.Row.Until, r.Row.Failure is { } code ? Words.Say(code) : null));
    }
}

internal sealed class OpenExportHandler(NetworksDbContext db, IActor actor, IExportStore store, TimeProvider clock) : IRequestHandler<OpenExport, Result<ExportFile>>
{
    public async Task<Result<ExportFile>> Handle(OpenExport request, CancellationToken cancellationToken)
    {
        if (await db.HoldingsExports.AsNoTracking().FirstOrDefaultAsync(e => e.Id == request.Export && e.AssociationId == actor.Association, cancellationToken) is not { } export)
        {
            return AdministrationRefusals.NotFound;
        }

        return export.Status == ExportStatus.Ready && export.Until > clock.GetUtcNow() && await store.OpenAsync(export.Id, cancellationToken) is { } content
            ? new ExportFile($"{Words.Say("my-data.export-file")}-{BusinessCalendar.DayOf(export.AskedAt):yyyy-MM-dd}.zip", content)
            : DataRefusals.ExportGone;
    }
}

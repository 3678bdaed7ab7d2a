using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Imports;
using Networks.Data.KnownNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.KnownNetworks;

/// <summary>
/// Takes the Chambers' open workbook of existing networks. Its rows replace those of the edition before, for all desks: it is
/// public. Refused: a file that is no such workbook, a day to come, an edition older than the one that holds.
/// </summary>
/// <param name="AsOf">The day that the workbook speaks of.</param>
[Access(Right.DeskWork)]
public sealed record ImportNetworkWorkbook(string FileName, StoredBytes File, DateOnly? AsOf) : ICommand<ImportedWorkbook>
{
    /// <summary>Largest file in bytes; the national workbook has about 60,000 rows and 10 MB.</summary>
    public const long Limit = 64L * 1024 * 1024;

    public Guid OperationId { get; init; }
}

public sealed record ImportedWorkbook(int Networks, int Members, int Skipped, DateOnly AsOf);

/// <summary>The edition that holds; null before the first.</summary>
[Access(Right.DeskWork)]
public sealed record ShowNetworkWorkbook : IQuery<WorkbookState>;

/// <param name="FileName">Null before the first.</param>
public sealed record WorkbookState(string? FileName, DateOnly? AsOf, int Networks, int Members, int Skipped, DateOnly Today);

internal sealed class ImportNetworkWorkbookHandler(NetworksDbContext db, IActor actor, IFileStore files, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<ImportNetworkWorkbook, Result<ImportedWorkbook>>
{
    public async Task<Result<ImportedWorkbook>> Handle(ImportNetworkWorkbook request, CancellationToken cancellationToken)
    {
        if (request.AsOf is not { } asOf)
        {
            return new Refusal(RefusalKind.Invalid, "discovery.workbook-day-missing") { Field = "as-of" };
        }

        if (asOf > calendar.Today())
        {
            return new Refusal(RefusalKind.Invalid, "discovery.workbook-day-to-come", asOf) { Field = "as-of" };
        }

        if (await db.NetworkWorkbooks.MaxAsync(w => (DateOnly?)w.AsOf, cancellationToken) is { } holds && holds > asOf)
        {
            return new Refusal(RefusalKind.Conflict, "discovery.workbook-older", holds) { Field = "as-of" };
        }

        if (await ReadAsync(request.File, cancellationToken) is not { Rows.Count: > 0 } read)
        {
            return new Refusal(RefusalKind.Invalid, "discovery.no-network-workbook") { Field = "file" };
        }

        var networks = read.Rows.Select(r => (r.Network, r.Repertorio, r.DeedOn)).Distinct().Count();
        var book = new NetworkWorkbook(Ids.New(clock), Path.GetFileName(request.FileName), asOf, clock.GetUtcNow()) { ImportedBy = actor.Officer, Networks = networks, Members = read.Rows.Count, Skipped = read.Skipped };
        await db.KnownMembers.ExecuteDeleteAsync(cancellationToken);
        await db.NetworkWorkbooks.ExecuteDeleteAsync(cancellationToken);
        db.Add(book);
        await db.SaveChangesAsync(cancellationToken);
        List<KnownMember> members = [.. read.Rows.Select(r => new KnownMember(Ids.New(clock), book.Id, r.TaxCode, r.Network, r.Kind) { DeedOn = r.DeedOn, Repertorio = r.Repertorio, IsReference = r.IsReference })];
        await BulkRows.InsertAsync(db, members, null, cancellationToken);
        return new ImportedWorkbook(networks, read.Rows.Count, read.Skipped, asOf);
    }

    private async Task<WorkbookRows?> ReadAsync(StoredBytes file, CancellationToken cancellationToken)
    {
        try
        {
            return NetworkWorkbookReader.Read(await files.ReadAsync(file.Sha256, cancellationToken));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

internal sealed class ShowNetworkWorkbookHandler(NetworksDbContext db, BusinessCalendar calendar) : IRequestHandler<ShowNetworkWorkbook, Result<WorkbookState>>
{
    public async Task<Result<WorkbookState>> Handle(ShowNetworkWorkbook request, CancellationToken cancellationToken)
    {
        var book = await db.NetworkWorkbooks.AsNoTracking().OrderByDescending(w => w.AsOf).FirstOrDefaultAsync(cancellationToken);
        return new WorkbookState(book?.FileName, book?.AsOf, book?.Networks ?? 0, book?.Members ?? 0, book?.Skipped ?? 0, calendar.Today());
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Imports;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListImports;

/// <summary>The last imports of the person's desk, the newest first.</summary>
[Access(Right.DeskWork)]
public sealed record ListImports : IQuery<IReadOnlyList<ImportRow>>;

public sealed record ImportRow(Guid Id, string FileName, DateTimeOffset CreatedAt, ImportStatus Status, int Created, int Updated, int Faults);

internal sealed class ListImportsHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ListImports, Result<IReadOnlyList<ImportRow>>>
{
    private const int Most = 20;

    public async Task<Result<IReadOnlyList<ImportRow>>> Handle(ListImports request, CancellationToken cancellationToken) =>
        await db.FirmImports.AsNoTracking().Where(i => i.AssociationId == actor.Association).OrderByDescending(i => i.CreatedAt).Take(Most)
            .Select(i => new ImportRow(i.Id, i.FileName, i.CreatedAt, i.Status, i.Created, i.Updated, i.Faults)).ToListAsync(cancellationToken);
}

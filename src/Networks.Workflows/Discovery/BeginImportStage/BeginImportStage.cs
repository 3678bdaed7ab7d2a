using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Imports;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Imports;

namespace Networks.Workflows.Discovery.BeginImportStage;

/// <summary>
/// Has a file that was looked at imported, without its wrong rows, or takes an import back. The service does it beside; the
/// page of the import tells how far it is. Refused: a stage that does not follow from where the import stands.
/// </summary>
/// <param name="Undo">Takes it back: possible as long as it is done, or stopped by itself.</param>
[Access(Right.DeskWork)]
public sealed record BeginImportStage(Guid Import, bool Undo) : ICommand<Done>
{
    public Guid OperationId { get; init; }
}

internal sealed class BeginImportStageHandler(NetworksDbContext db, IActor actor) : IRequestHandler<BeginImportStage, Result<Done>>
{
    public async Task<Result<Done>> Handle(BeginImportStage request, CancellationToken cancellationToken)
    {
        if (await db.FirmImports.OwnAsync(request.Import, actor, cancellationToken) is not { } import)
        {
            return DiscoveryRefusals.NotFound;
        }

        var possible = request.Undo ? import.Status is ImportStatus.Done or ImportStatus.Failed : import.Status == ImportStatus.Checked;
        if (!possible)
        {
            return new Refusal(RefusalKind.Conflict, "discovery.import-moved-on");
        }

        if (!request.Undo)
        {
            await db.ImportFaults.Where(f => f.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        }

        import.Begin(request.Undo ? ImportStatus.Undoing : ImportStatus.Importing);
        import.Fence++;
        return Done.It;
    }
}

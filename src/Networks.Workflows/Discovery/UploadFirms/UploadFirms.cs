using System.Text.Json.Serialization;
using MediatR;
using Networks.Data;
using Networks.Data.Files;
using Networks.Data.History;
using Networks.Data.Imports;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Imports;

namespace Networks.Workflows.Discovery.UploadFirms;

/// <summary>Takes a file of firms (CSV or XLSX) and proposes what its columns hold. Nothing is imported by it. Refused: a file without a heading.</summary>
[Access(Right.DeskWork)]
public sealed record UploadFirms(string FileName, StoredBytes File) : ICommand<Guid>
{
    /// <summary>Largest file in bytes: a million rows stay under it.</summary>
    public const long Limit = 400L * 1024 * 1024;

    public Guid OperationId { get; init; }

    /// <summary>For the command line: whose firms they are; null for the person's own desk.</summary>
    [JsonIgnore]
    public AssociationId? For { get; init; }
}

internal sealed class UploadFirmsHandler(NetworksDbContext db, IActor actor, IFileStore files, TimeProvider clock) : IRequestHandler<UploadFirms, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(UploadFirms request, CancellationToken cancellationToken)
    {
        var desk = actor.Kind == ActorKind.Service ? request.For : actor.Association;
        await using var content = await files.OpenAsync(request.File.Sha256, cancellationToken);
        var heading = ImportFile.Heading(content);
        if (desk is null || heading is null)
        {
            return new Refusal(RefusalKind.Invalid, "discovery.no-table") { Field = "file" };
        }

        var name = Path.GetFileName(request.FileName);
        var file = new StoredFile(FileId.New(clock), request.File.Sha256, request.File.SizeBytes, name, "application/octet-stream", clock.GetUtcNow());
        var import = new FirmImport(Ids.New(clock), desk.Value, file.Id, name, clock.GetUtcNow()) { By = actor.Officer, Columns = ColumnGuess.Of(heading) };
        db.AddRange(file, import);
        return import.Id;
    }
}

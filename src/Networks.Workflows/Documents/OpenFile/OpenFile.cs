using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Documents.OpenFile;

/// <summary>A file of a case, to be downloaded and never shown inside our pages. Another case's file answers as if it did not exist.</summary>
[Access(Right.CaseRead)]
public sealed record OpenFile(CaseId CaseId, FileId File) : IQuery<OpenedFile>, ICaseRequest;

public sealed record OpenedFile(string Name, string ContentType, byte[] Bytes);

internal sealed class OpenFileHandler(NetworksDbContext db, IFileStore files) : IRequestHandler<OpenFile, Result<OpenedFile>>
{
    public async Task<Result<OpenedFile>> Handle(OpenFile request, CancellationToken cancellationToken)
    {
        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == request.File && f.CaseId == request.CaseId, cancellationToken);
        return file is null
            ? new Refusal(RefusalKind.NotFound, "common.not-found")
            : new OpenedFile(file.Name, file.ContentType, await files.ReadAsync(file.Sha256, cancellationToken));
    }
}

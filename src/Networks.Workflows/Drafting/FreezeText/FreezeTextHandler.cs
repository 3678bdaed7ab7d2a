using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.FreezeText;

internal sealed class FreezeTextHandler(NetworksDbContext db, IFileStore files, IPdfConverter converter) : IRequestHandler<FreezeText, Result<StoredBytes>>
{
    public async Task<Result<StoredBytes>> Handle(FreezeText request, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == request.DraftId && d.CaseId == request.CaseId, cancellationToken);
        if (draft is null)
        {
            return RoundRefusals.NoVersion;
        }

        if (draft.FrozenPdf is { } frozen && request.OwnPdf is null)
        {
            return await db.Files.Where(f => f.Id == frozen).Select(f => new StoredBytes(f.Sha256, f.SizeBytes)).SingleAsync(cancellationToken);
        }

        var pdf = request.OwnPdf is { } own ? UploadGate.CheckPdf(own) : await ConvertAsync(draft.WordFile, cancellationToken);
        return pdf.Refusal is { } refusal
            ? refusal with { Field = "pdf" }
            : await files.PutAsync(new MemoryStream(pdf.Value), UploadLimits.Default.FileBytes, cancellationToken);
    }

    private async Task<Result<byte[]>> ConvertAsync(FileId wordFile, CancellationToken cancellationToken)
    {
        var sha256 = await db.Files.Where(f => f.Id == wordFile).Select(f => f.Sha256).SingleAsync(cancellationToken);
        var word = UploadGate.CheckWord(await files.ReadAsync(sha256, cancellationToken));
        // Nothing more is read, and the word processor takes its time.
        await db.EndMomentAsync();
        return word.Refusal is { } refusal ? refusal : await converter.ToPdfAsync(word.Value, cancellationToken);
    }
}

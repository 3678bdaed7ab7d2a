using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting;

/// <summary>The words of a version, read from its Word file.</summary>
internal sealed class DraftTexts(NetworksDbContext db, IFileStore files)
{
    /// <exception cref="InvalidOperationException">The stored file no longer passes the gate it has passed: a fault of the store.</exception>
    public async Task<WordText> ReadAsync(DraftId draft, CancellationToken cancellationToken)
    {
        var sha256 = await (from d in db.Drafts where d.Id == draft join f in db.Files on d.WordFile equals f.Id select f.Sha256).SingleAsync(cancellationToken);
        var word = UploadGate.CheckWord(await files.ReadAsync(sha256, cancellationToken));
        return word.Ok ? WordReader.Read(word.Value) : throw new InvalidOperationException($"The Word file of version {draft.Value} was refused: {word.Refusal!.Code}.");
    }
}

using DocumentFormat.OpenXml.Wordprocessing;
using MediatR;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.UploadVersion;

internal sealed class UploadVersionHandler(NetworksDbContext db, IFileStore files, NewVersion versions) : IRequestHandler<UploadVersion, Result<VersionAdded>>
{
    public async Task<Result<VersionAdded>> Handle(UploadVersion request, CancellationToken cancellationToken)
    {
        var parties = await ContractParties.LoadAsync(db, request.CaseId, cancellationToken);
        if (NewVersion.Refuse(parties.Case) is { } refusal)
        {
            return refusal;
        }

        var gate = UploadGate.CheckWord(await files.ReadAsync(request.File.Sha256, cancellationToken));
        if (gate.Refusal is { } hostile)
        {
            return hostile with { Field = "file" };
        }

        if (HasTrackedChanges(gate.Value))
        {
            return TextRefusals.TrackedChanges;
        }

        var text = WordReader.Read(gate.Value);
        return text.Clauses.Any(c => c.Text.Contains("{{", StringComparison.Ordinal))
            ? TextRefusals.TagsLeft
            : await versions.AddAsync(
                parties.Case, parties.Network.Name, request.File, text, DraftOrigin.Uploaded, null, request.Note, request.Supersede, cancellationToken);
    }

    private static bool HasTrackedChanges(WordFile file)
    {
        using var document = file.Open();
        return document.MainDocumentPart!.Document.Body!.Descendants()
            .Any(e => e is InsertedRun or DeletedRun or MoveFromRun or MoveToRun or Inserted or Deleted);
    }
}

using MediatR;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.GenerateDraft;

internal sealed class GenerateDraftHandler(NetworksDbContext db, TemplateLibrary templates, IFileStore files, NewVersion versions, BusinessCalendar calendar)
    : IRequestHandler<GenerateDraft, Result<VersionAdded>>
{
    public async Task<Result<VersionAdded>> Handle(GenerateDraft request, CancellationToken cancellationToken)
    {
        var parties = await ContractParties.LoadAsync(db, request.CaseId, cancellationToken);
        if (NewVersion.Refuse(parties.Case) is { } refusal)
        {
            return refusal;
        }

        if (Refusal.Together(MissingContents.Refusals(parties, calendar.Today())) is { } missing)
        {
            return missing;
        }

        if (await templates.CurrentAsync(parties.Case.ProgrammeId, NetworkContractFields.Folder, cancellationToken) is not { } current)
        {
            return TextRefusals.NoTemplate;
        }

        var template = UploadGate.CheckWord(current.Bytes);
        if (template.Refusal is { } broken)
        {
            return broken;
        }

        var draft = NetworkContractFields.Draft(template.Value, ContractTextOf.Facts(parties, calendar.Today()));
        if (draft.Refusal is { } unfilled)
        {
            return unfilled;
        }

        using var content = new MemoryStream(draft.Value.Bytes.ToArray(), writable: false);
        var stored = await files.PutAsync(content, UploadLimits.Default.FileBytes, cancellationToken);
        return stored.Refusal is { } unstored
            ? unstored
            : await versions.AddAsync(
                parties.Case, parties.Network.Name, stored.Value, WordReader.Read(draft.Value), DraftOrigin.Generated, current.Path, null, request.Supersede, cancellationToken);
    }
}

using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Access;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Changes.ConsolidateText;

internal sealed class ConsolidateTextHandler(NetworksDbContext db, TemplateLibrary templates, IFileStore files) : IRequestHandler<ConsolidateText, Result<ConsolidatedFile>>
{
    public async Task<Result<ConsolidatedFile>> Handle(ConsolidateText request, CancellationToken cancellationToken)
    {
        var entered = await db.NetworkChanges.AsNoTracking()
            .Where(c => c.CaseId == request.CaseId && c.Kind == ChangeKind.Amendment && c.Status == ChangeStatus.Done)
            .OrderBy(c => c.EffectiveOn).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var last = entered.FindIndex(c => c.Id == request.Change);
        if (last < 0)
        {
            return ChangeRefusals.NotFound;
        }

        var sha = await db.Drafts.AsNoTracking().Where(d => d.CaseId == request.CaseId && d.FrozenHash != null).OrderByDescending(d => d.Number)
            .Join(db.Files, d => d.WordFile, f => f.Id, (_, f) => f.Sha256).FirstOrDefaultAsync(cancellationToken);
        if (sha is null)
        {
            return ChangeRefusals.SignedTextNotHere;
        }

        var signed = UploadGate.CheckWord(await files.ReadAsync(sha, cancellationToken));
        return signed.Refusal is { } broken ? broken : await MakeAsync(request.CaseId, signed.Value, entered[..(last + 1)], cancellationToken);
    }

    private async Task<Result<ConsolidatedFile>> MakeAsync(CaseId id, WordFile signed, List<NetworkChange> entered, CancellationToken cancellationToken)
    {
        var parties = await ContractParties.LoadSignatoriesAsync(db, id, cancellationToken);
        if (await templates.CurrentAsync(parties.Case.ProgrammeId, NetworkContractFields.Folder, cancellationToken) is not { } current)
        {
            return ChangeRefusals.NoTemplate;
        }

        var template = UploadGate.CheckWord(current.Bytes);
        if (template.Refusal is { } broken)
        {
            return broken;
        }

        var before = await DraftAsync(template.Value, parties, Amendment.Of(entered[0]).Before, cancellationToken);
        var after = await DraftAsync(template.Value, parties, Amendment.Of(entered[^1]).After, cancellationToken);
        if ((before.Refusal ?? after.Refusal) is { } unfilled)
        {
            return unfilled;
        }

        var made = new ConsolidatedText(signed, before.Value, after.Value).Make([.. Mark(parties.Case.DeedOn, entered)]);
        return new ConsolidatedFile($"{parties.Case.Reference}-{Italian("changes.consolidated-file")}.docx", WordFile.MediaType, made.Bytes.ToArray());
    }

    // A network of its own for each: what is tried out is nobody else's row.
    private async Task<Result<WordFile>> DraftAsync(WordFile template, ContractParties parties, AmendableTerms terms, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync((EnterpriseNetwork n) => n.CaseId == parties.Case.Id, cancellationToken);
        terms.WriteTo(network);
        return NetworkContractFields.Draft(template, ContractTextOf.Facts(parties with { Network = network }, parties.Case.DeedOn!.Value));
    }

    private static IEnumerable<string> Mark(DateOnly? deed, List<NetworkChange> entered) =>
    [
        Italian("changes.consolidated-mark"),
        Italian("changes.consolidated-of", deed!.Value),
        .. entered.Select(c => Italian("changes.consolidated-act", c.DocumentOn ?? c.EffectiveOn!.Value, c.EffectiveOn!.Value)),
        Italian("changes.consolidated-force"),
    ];

    /// <summary>In the language of the contract, whoever reads it.</summary>
    private static string Italian(string key, params object[] values) => Words.In(CultureInfo.GetCultureInfo("it-IT"), key, values);
}

internal sealed class ConsolidateTextByVoteHandler(NetworksDbContext db, TemplateLibrary templates, IFileStore files) : IRequestHandler<ConsolidateTextByVote, Result<ConsolidatedFile>>
{
    public async Task<Result<ConsolidatedFile>> Handle(ConsolidateTextByVote request, CancellationToken cancellationToken)
    {
        var hash = LinkToken.Hash(request.Token);
        var asked = await (
            from v in db.ChangeVotes.AsNoTracking()
            where v.TokenHash == hash
            join c in db.NetworkChanges on v.ChangeId equals c.Id
            join p in db.Participants on v.ParticipantId equals p.Id
            where p.Status == ParticipantStatus.Active
            select new { c.CaseId, c.Id }).FirstOrDefaultAsync(cancellationToken);
        return asked is null
            ? ChangeRefusals.NotFound
            : await new ConsolidateTextHandler(db, templates, files).Handle(new ConsolidateText(asked.CaseId, asked.Id), cancellationToken);
    }
}

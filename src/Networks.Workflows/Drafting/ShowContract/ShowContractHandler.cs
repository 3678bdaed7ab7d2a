using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Workflows.Drafting.ShowContract;

internal sealed class ShowContractHandler(NetworksDbContext db, IFileStore files, NewVersion versions, BusinessCalendar calendar)
    : IRequestHandler<ShowContract, Result<ContractSheet>>
{
    public async Task<Result<ContractSheet>> Handle(ShowContract request, CancellationToken cancellationToken)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var parties = await ContractParties.LoadAsync(db, request.CaseId, cancellationToken);
        var rows = await (
            from d in db.Drafts
            where d.CaseId == request.CaseId
            orderby d.Number descending
            select new VersionRow(
                d.Id,
                d.Number,
                d.Origin,
                d.Template,
                db.Officers.Where(o => o.Id == d.CreatedBy).Select(o => o.FullName).FirstOrDefault(),
                d.CreatedAt,
                d.Note,
                d.TextHash,
                d.WordFile,
                d.FrozenPdf,
                d.FrozenHash,
                db.ApprovalRounds.Where(r => r.DraftId == d.Id).OrderByDescending(r => r.Number).Select(r => (Data.Drafts.RoundKind?)r.Kind).FirstOrDefault())).ToListAsync(cancellationToken);
        return new ContractSheet(
            parties.Network.Name,
            rows,
            MissingContents.Of(parties, calendar.Today()),
            rows.Count > 1 ? await ChangesAsync(rows[1].WordFile, rows[0].WordFile, cancellationToken) : [],
            await versions.SupersedesAsync(request.CaseId, cancellationToken),
            parties.Case is { Status: CaseStatus.Open, DeedOn: null });
    }

    private async Task<IReadOnlyList<ClauseChange>> ChangesAsync(FileId before, FileId after, CancellationToken cancellationToken)
    {
        var hashes = await db.Files.Where(f => f.Id == before || f.Id == after).ToDictionaryAsync(f => f.Id, f => f.Sha256, cancellationToken);
        var texts = new List<WordText>();
        foreach (var id in new[] { before, after })
        {
            var file = UploadGate.CheckWord(await files.ReadAsync(hashes[id], cancellationToken));
            texts.Add(WordReader.Read(file.Value));
        }

        return ClauseChange.Between(texts[0].Clauses, texts[1].Clauses);
    }
}

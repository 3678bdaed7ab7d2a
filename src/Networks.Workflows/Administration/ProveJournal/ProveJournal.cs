using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Administration.ListJournal;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ProveJournal;

/// <summary>Reads the whole journal and the history of every case that the person's journal is about, and proves the chains.</summary>
[Access(Right.JournalRead)]
public sealed record ProveJournal : IQuery<JournalProof>;

/// <param name="Faults">Sentences with the place of each fault, at most twenty; empty when all is whole.</param>
public sealed record JournalProof(long Lines, int Cases, IReadOnlyList<string> Faults);

internal sealed class ProveJournalHandler(NetworksDbContext db, IActor actor, JournalNotes notes) : IRequestHandler<ProveJournal, Result<JournalProof>>
{
    private const int _mostFaults = 20;

    private readonly List<string> _faults = [];
    private long _lines;

    public async Task<Result<JournalProof>> Handle(ProveJournal request, CancellationToken cancellationToken)
    {
        // What was noted just now is proved with the rest: before anything is read.
        await notes.WriteAsync(cancellationToken);
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var associations = await new JournalRows(db, ground).Associations.AsNoTracking().Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
        foreach (var (chain, name) in associations.Select(a => (a.Id.Value, a.Name)).Concat(ground.All ? [(Guid.Empty, Words.Say("administration.journal-of-none"))] : []))
        {
            await ProveChainAsync(chain, name, cancellationToken);
        }

        var (programme, own, all) = (ground.Programme.Id, ground.Association, ground.All);
        var cases = await db.Cases.Where(c => c.ProgrammeId == programme && (all || c.OwnerId == own)).OrderBy(c => c.Reference).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var id in cases)
        {
            await ProveCaseAsync(id, cancellationToken);
        }

        return new JournalProof(_lines, cases.Count, [.. _faults.Take(_mostFaults)]);
    }

    // A chain and its length are read by one statement: what people do meanwhile is in both or in neither.
    private async Task ProveChainAsync(Guid chain, string name, CancellationToken cancellationToken)
    {
        var book = await db.JournalHeads.AsNoTracking().Where(h => h.Chain == chain)
            .Select(h => new { h.Length, h.Hash, Lines = db.Journal.Where(j => j.Chain == h.Chain).OrderBy(j => j.Number).ToList() }).SingleOrDefaultAsync(cancellationToken);
        var lines = book?.Lines ?? await db.Journal.AsNoTracking().Where(j => j.Chain == chain).OrderBy(j => j.Number).ToListAsync(cancellationToken);
        Prove(name, lines, l => (l.Number, l.PreviousHash, l.Hash, l.IsIntact()), book?.Length ?? 0, book?.Hash);
    }

    private async Task ProveCaseAsync(CaseId id, CancellationToken cancellationToken)
    {
        var book = await db.Cases.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Reference, c.HistoryLength, c.HeadHash, Rows = db.CaseEvents.Where(e => e.CaseId == c.Id).OrderBy(e => e.Number).ToList() }).SingleAsync(cancellationToken);
        Prove(book.Reference, book.Rows, e => (e.Number, e.PreviousHash, e.Hash, e.IsIntact()), book.HistoryLength, book.HeadHash);
    }

    private void Prove<T>(string book, List<T> rows, Func<T, (long Number, string? Previous, string Hash, bool Intact)> read, long length, string? headHash)
    {
        _lines += rows.Count;
        (long Number, string? Hash) before = (0, null);
        foreach (var row in rows.Select(read))
        {
            if (row.Number != before.Number + 1)
            {
                _faults.Add(Words.Say("administration.proof-missing", book, before.Number + 1));
                return;
            }

            if (row.Previous != before.Hash || !row.Intact)
            {
                _faults.Add(Words.Say("administration.proof-changed", book, row.Number));
                return;
            }

            before = (row.Number, row.Hash);
        }

        if (before.Number != length || before.Hash != headHash)
        {
            _faults.Add(Words.Say("administration.proof-cut", book, before.Number, length));
        }
    }
}

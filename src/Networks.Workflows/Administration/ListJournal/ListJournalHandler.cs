using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ListJournal;

internal sealed class ListJournalHandler(NetworksDbContext db, IActor actor, JournalNotes notes) : IRequestHandler<ListJournal, Result<JournalPage>>
{
    public async Task<Result<JournalPage>> Handle(ListJournal request, CancellationToken cancellationToken)
    {
        // What was noted just now is read with the rest: before anything is read.
        await notes.WriteAsync(cancellationToken);
        if (await db.GroundAsync(actor, cancellationToken) is not { } ground)
        {
            return AdministrationRefusals.NotFound;
        }

        var from = request.From is { } first ? BusinessCalendar.EndOfDay(first.AddDays(-1)) : DateTimeOffset.UnixEpoch;
        var until = request.Until is { } last ? BusinessCalendar.EndOfDay(last) : new DateTimeOffset(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);
        if (request.Before is { } ticks && ticks > from.UtcTicks && ticks < until.UtcTicks)
        {
            until = new DateTimeOffset(ticks, TimeSpan.Zero);
        }

        var books = new JournalRows(db, ground);
        var found = (await books.ReadAsync(request, from, until, cancellationToken)).OrderByDescending(f => f.At).ToList();
        var shown = found.Count <= ListJournal.PageSize ? found
            : [.. found.TakeWhile((f, i) => i < ListJournal.PageSize || f.At == found[ListJournal.PageSize - 1].At)];
        var associations = await books.Associations.AsNoTracking().Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
        var ids = associations.ConvertAll(a => a.Id);
        var officers = await db.Officers.AsNoTracking().Where(o => ids.Contains(o.AssociationId)).Select(o => new JournalPerson(o.Id, o.FullName)).ToListAsync(cancellationToken);
        var others = shown.Select(f => f.Officer).OfType<OfficerId>().Except(officers.Select(o => o.Id)).ToList();
        var names = officers.Concat(await db.Officers.AsNoTracking().Where(o => others.Contains(o.Id)).Select(o => new JournalPerson(o.Id, o.FullName)).ToListAsync(cancellationToken))
            .ToDictionary(o => o.Id, o => o.Name);
        var cases = shown.Select(f => f.CaseId).OfType<CaseId>().Distinct().ToList();
        var programme = ground.Programme.Id;
        var references = await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id) && c.ProgrammeId == programme && (ground.All || c.OwnerId == ground.Association
                || db.Participants.Any(p => p.CaseId == c.Id && p.DeskId == ground.Association)))
            .Select(c => new { c.Id, c.Reference }).ToDictionaryAsync(c => c.Id, c => c.Reference, cancellationToken);
        return new JournalPage(
            [
                .. shown.Select(f => new JournalRow(
                    f.At, f.Kind, f.Sentence, f.Officer is { } who ? names.GetValueOrDefault(who) : null, associations.Find(a => a.Id == f.Association)?.Name,
                    f.CaseId is { } id ? references.GetValueOrDefault(id) : null, f.Facts)),
            ],
            shown.Count < found.Count ? shown[^1].At.UtcTicks : null,
            [.. officers.OrderBy(o => o.Name, StringComparer.CurrentCulture)],
            ground.All);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;
using Networks.Data.Discovery;
using Networks.Data.Imports;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>
/// Takes back a part of what an import wrote: new firms go, changed ones are as before. Kept is a firm that has come into
/// a case or was asked for or that a person has changed since.
/// </summary>
[Access(Right.ServiceRun)]
internal sealed record UndoPortion(Guid Import) : ICommand<Done>
{
    public const int Size = 1000;

    public Guid OperationId => Guid.Empty;
}

internal sealed class UndoPortionHandler(NetworksDbContext db, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<UndoPortion, Result<Done>>
{
    public async Task<Result<Done>> Handle(UndoPortion request, CancellationToken cancellationToken)
    {
        var import = await db.FirmImports.SingleAsync(i => i.Id == request.Import, cancellationToken);
        if (import.Status != ImportStatus.Undoing)
        {
            return new Refusal(RefusalKind.Conflict, "discovery.import-moved-on");
        }

        var changes = await db.ImportChanges.Where(c => c.ImportId == import.Id).OrderBy(c => c.FirmId).Take(UndoPortion.Size).ToListAsync(cancellationToken);
        var left = changes.Count > 0 ? await RestoreAsync(import, changes, cancellationToken) : await RemoveAsync(import, cancellationToken);
        import.Fence++;
        if (!left)
        {
            import.Status = ImportStatus.Undone;
            import.EndedAt = clock.GetUtcNow();
        }

        return Done.It;
    }

    private async Task<bool> RestoreAsync(FirmImport import, List<ImportChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(c => c.FirmId).ToList();
        var firms = await db.Firms.Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken);
        var profiles = await db.FirmProfiles.Where(p => ids.Contains(p.FirmId)).ToDictionaryAsync(p => p.FirmId, cancellationToken);
        foreach (var change in changes)
        {
            var state = new FirmState(firms[change.FirmId], profiles[change.FirmId], calendar.Today(), import.ConsentHow ?? "form", clock);
            if (Json.Write(RegisterFields.Read(state)) == change.After)
            {
                new FirmRow(Json.Read<Dictionary<string, string>>(change.Before), []).WriteTo(state);
            }
            else
            {
                import.Kept++;
            }
        }

        db.RemoveRange(changes);
        return true;
    }

    private async Task<bool> RemoveAsync(FirmImport import, CancellationToken cancellationToken)
    {
        var made = await db.FirmProfiles.Where(p => p.ImportId == import.Id).Take(UndoPortion.Size).Select(p => p.FirmId).ToListAsync(cancellationToken);
        var free = await db.FirmProfiles.Where(p => made.Contains(p.FirmId) && p.UpdatedOn == null)
            .Where(p => !db.Participants.Any(q => q.FirmId == p.FirmId) && !db.Introductions.Any(i => i.FirmId == p.FirmId) && !db.Set<FirmPage>().Any(f => f.FirmId == p.FirmId) && !db.DataRequests.Any(r => r.FirmId == p.FirmId)).Select(p => p.FirmId).ToListAsync(cancellationToken);
        var kept = made.Except(free).ToList();

        // They belong to the desk from now on, and no further portion looks at them.
        await db.FirmProfiles.Where(p => kept.Contains(p.FirmId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.ImportId, (Guid?)null), cancellationToken);
        import.Kept += kept.Count;
        var divisions = await db.SearchEntries.Where(e => free.Contains(e.FirmId) && e.ShownUntil != null).Select(e => e.Division).Distinct().ToListAsync(cancellationToken);
        await db.SearchEntries.Where(e => free.Contains(e.FirmId)).ExecuteDeleteAsync(cancellationToken);
        await db.FirmProfiles.Where(p => free.Contains(p.FirmId)).ExecuteDeleteAsync(cancellationToken);
        await db.Firms.Where(f => free.Contains(f.Id)).ExecuteDeleteAsync(cancellationToken);

        // The cards that these firms shared with others are to be made anew.
        foreach (var division in divisions)
        {
            if (await db.SearchEntries.FirstOrDefaultAsync(e => e.Division == division && e.ShownUntil != null, cancellationToken) is { } other)
            {
                other.CardIsStale = true;
            }
            else
            {
                await db.SearchCards.Where(c => c.Division == division).ExecuteDeleteAsync(cancellationToken);
            }
        }

        return made.Count > 0;
    }
}

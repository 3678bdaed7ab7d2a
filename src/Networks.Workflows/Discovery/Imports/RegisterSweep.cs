using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Imports;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>
/// What the register does beside the acts of people: imports go on, portion by portion, where they stood when the service
/// stopped; then the cards of divisions that changed are made.
/// </summary>
public sealed class RegisterSweep(IServiceScopeFactory scopes, BusinessCalendar calendar, DiscoveryLimits limits, TimeProvider clock)
{
    private static readonly ImportStatus[] _running = [ImportStatus.Checking, ImportStatus.Importing, ImportStatus.Undoing];

    /// <returns>Imports that were brought on, divisions whose cards were made, and firms that had no terms yet.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var import in await AskAsync(db => db.FirmImports.Where(i => _running.Contains(i.Status)).OrderBy(i => i.CreatedAt).Select(i => i.Id).ToListAsync(cancellationToken)))
        {
            await ContinueAsync(import, null, cancellationToken);
            done++;
        }

        return done + await MakeCardsAsync(cancellationToken);
    }

    /// <summary>Brings an import to the end of its stage.</summary>
    /// <param name="progress">Told after each portion; null for nobody.</param>
    public async Task ContinueAsync(Guid import, Action<FirmImport>? progress, CancellationToken cancellationToken)
    {
        var now = await AskAsync(db => db.FirmImports.AsNoTracking().SingleAsync(i => i.Id == import, cancellationToken));
        if (now.Status == ImportStatus.Undoing)
        {
            while (await SendAsync(new UndoPortion(import), cancellationToken)
                && await AskAsync(db => db.FirmImports.AnyAsync(i => i.Id == import && i.Status == ImportStatus.Undoing, cancellationToken)))
            {
            }

            return;
        }

        await using var file = await OpenAsync(now.File, cancellationToken);
        var reader = new PortionReader(now, calendar.Today(), clock);
        var behind = now.RowsDone;
        var portions = 0;
        await foreach (var (rows, isLast, failure) in reader.PortionsAsync(file, cancellationToken))
        {
            if (!await SendAsync(new ImportPortion(import, behind, isLast) { Rows = rows, Seen = reader.Seen, Failure = failure }, cancellationToken))
            {
                return;
            }

            behind += rows.Count;
            if (now.Status == ImportStatus.Importing && (int.IsPow2(++portions) || isLast))
            {
                await CountAnewAsync(cancellationToken);
            }

            await TellAsync(import, progress, cancellationToken);
        }
    }

    /// <summary>The cards of every division in which something changed, and the terms of firms that have none.</summary>
    public async Task<int> MakeCardsAsync(CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        var done = 0;
        while (await AskAsync(db => db.Firms.Where(f => !db.SearchEntries.Any(e => e.FirmId == f.Id)).OrderBy(f => f.Id).Select(f => f.Id).Take(MakeTerms.Size).ToListAsync(cancellationToken)) is { Count: > 0 } firms
            && await SendAsync(new MakeTerms(firms), cancellationToken))
        {
            done += firms.Count;
        }

        var divisions = await AskAsync(db => db.SearchEntries
            .Where(e => e.Division != null && (e.CardIsStale || (e.ShownUntil < today && e.Shared != ""))).Select(e => e.Division!).Distinct().ToListAsync(cancellationToken));
        foreach (var division in divisions.Order(StringComparer.Ordinal))
        {
            var plan = await PlanAsync(division, cancellationToken);
            done += await (plan.Firms.Count <= limits.CardsAtOnce ? SendAsync(new MakeCards(division) { Plan = plan }, cancellationToken) : MakeInPartsAsync(plan, cancellationToken)) ? 1 : 0;
        }

        if (divisions.Count > 0)
        {
            await CountAnewAsync(cancellationToken);
        }

        return done;
    }

    private Task<bool> CountAnewAsync(CancellationToken cancellationToken) => AskAsync(async db =>
    {
        await db.CountAnewAsync(cancellationToken);
        return true;
    });

    private async Task<CardPlan> PlanAsync(string division, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DivisionCards>().PlanAsync(division, cancellationToken);
    }

    // Between the acts others have their turn; whoever changed meanwhile waits for the next time.
    private async Task<bool> MakeInPartsAsync(CardPlan plan, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var parts = await scope.ServiceProvider.GetRequiredService<CardPortions>().PartsAsync(plan, cancellationToken);
        var act = new MakeCardsInParts(plan.Division) { Plan = plan };
        var acts = parts.Hidden.Select(hidden => act with { Hidden = hidden }).Concat(parts.Written.Select(written => act with { Written = written })).Concat(parts.Bare.Select(bare => act with { Bare = bare })).Append(act);
        foreach (var one in acts)
        {
            if (!await SendAsync(one, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task TellAsync(Guid import, Action<FirmImport>? progress, CancellationToken cancellationToken)
    {
        if (progress is not null)
        {
            progress(await AskAsync(db => db.FirmImports.AsNoTracking().SingleAsync(i => i.Id == import, cancellationToken)));
        }
    }

    private async Task<Stream> OpenAsync(FileId file, CancellationToken cancellationToken)
    {
        var sha = await AskAsync(db => db.Files.Where(f => f.Id == file).Select(f => f.Sha256).SingleAsync(cancellationToken));
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IFileStore>().OpenAsync(sha, cancellationToken);
    }

    private async Task<T> AskAsync<T>(Func<NetworksDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }

    private async Task<bool> SendAsync<T>(IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken)).Ok;
    }
}

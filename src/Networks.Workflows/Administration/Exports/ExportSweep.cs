using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.Exports;

/// <summary>Makes the exports that were asked for, and deletes those whose time is over. One that a stopped node left is made anew.</summary>
public sealed class ExportSweep(IServiceScopeFactory scopes, IExportStore store, TimeProvider clock)
{
    /// <returns>Exports that were made or deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var done = 0;
        foreach (var over in await AskAsync(db => db.HoldingsExports.AsNoTracking().Where(e => e.Status == ExportStatus.Ready && e.Until <= now).ToListAsync(cancellationToken)))
        {
            await store.DeleteAsync(over.Id, cancellationToken);
            await SendAsync(new KeepExport(over.Id, over.Fence) { IsOver = true, PartsDone = over.PartsDone, Parts = over.Parts }, cancellationToken);
            done++;
        }

        foreach (var wanted in await AskAsync(db => db.HoldingsExports.AsNoTracking().Where(e => e.Status == ExportStatus.Making && (e.ClaimedUntil == null || e.ClaimedUntil < now)).OrderBy(e => e.AskedAt).ToListAsync(cancellationToken)))
        {
            if (await SendAsync(new KeepExport(wanted.Id, 0), cancellationToken) is { } fence)
            {
                await MakeAsync(wanted, fence, cancellationToken);
                done++;
            }
        }

        return done;
    }

    private async Task MakeAsync(HoldingsExport export, int fence, CancellationToken cancellationToken)
    {
        var parts = 0;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
            var writer = new ExportWriter(db, scope.ServiceProvider.GetRequiredService<IFileStore>(), export.AssociationId);
            parts = await writer.CountAsync(cancellationToken);
            var association = await db.Associations.Where(a => a.Id == export.AssociationId).Select(a => a.Name).SingleAsync(cancellationToken);
            await using (var to = await store.CreateAsync(export.Id, cancellationToken))
            {
                await writer.WriteAsync(to, association, clock.GetUtcNow(), done => TellAsync(export.Id, fence, done, parts, cancellationToken), cancellationToken);
            }

            if (await SendAsync(new KeepExport(export.Id, fence) { PartsDone = parts, Parts = parts, Made = await HashAsync(export.Id, cancellationToken) }, cancellationToken) is null)
            {
                throw new ExportLostException();
            }
        }
        catch (ExportLostException)
        {
            // It was ended meanwhile, or another node makes it under its own claim: what is there now is not ours to keep.
            if (await AskAsync(db => db.HoldingsExports.AnyAsync(e => e.Id == export.Id && e.Status == ExportStatus.Gone, cancellationToken)))
            {
                await store.DeleteAsync(export.Id, cancellationToken);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await store.DeleteAsync(export.Id, cancellationToken);
            await SendAsync(new KeepExport(export.Id, fence) { Parts = parts, Failure = e is FileNotFoundException ? "my-data.export-file-lost" : "my-data.export-no-room" }, cancellationToken);
        }
    }

    private async Task TellAsync(Guid export, int fence, int done, int parts, CancellationToken cancellationToken)
    {
        if (await SendAsync(new KeepExport(export, fence) { PartsDone = done, Parts = parts }, cancellationToken) is null)
        {
            throw new ExportLostException();
        }
    }

    private async Task<StoredBytes> HashAsync(Guid export, CancellationToken cancellationToken)
    {
        await using var content = await store.OpenAsync(export, cancellationToken) ?? throw new FileNotFoundException();
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        return new StoredBytes(hash, content.Length);
    }

    private async Task<T> AskAsync<T>(Func<NetworksDbContext, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }

    /// <returns>The fence; null when it was refused.</returns>
    private async Task<int?> SendAsync(KeepExport request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Service;
        var answer = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
        return answer.Ok ? answer.Value : null;
    }

    private sealed class ExportLostException : Exception;
}

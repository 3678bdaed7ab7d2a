using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Networks.Data;
using Networks.Data.Outbox;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Casework.UndoLastAct;

internal sealed class UndoLastActHandler(NetworksDbContext db, LastActs lastActs, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<UndoLastAct, Result<Done>>
{
    public async Task<Result<Done>> Handle(UndoLastAct request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        // The guard of this act has raised the version by one.
        if (await lastActs.OfAsync(@case.Id, @case.Version - 1, cancellationToken) is not { } reversal)
        {
            return CaseworkRefusals.NothingToUndo;
        }

        var phase = @case.Phase;
        foreach (var row in reversal.Rows)
        {
            if (await FindAsync(row, cancellationToken) is not { } entity)
            {
                return CaseworkRefusals.NothingToUndo;
            }

            // A mail that the act itself had dropped waits again.
            if (entity is OutboxMessage mail && row.Old is null)
            {
                if (mail.Status != OutboxStatus.Queued || mail.Attempts > 0)
                {
                    return CaseworkRefusals.MailHasLeft;
                }

                mail.Status = OutboxStatus.Dropped;
            }
            else
            {
                TakeBack(entity, row);
            }
        }

        history.Record(@case, CaseworkEvents.Undone, calendar.Today());
        if (@case.Phase != phase)
        {
            PhaseEntered.Record(history, @case, calendar.Today());
        }

        return Done.It;
    }

    private async Task<object?> FindAsync(WrittenRow row, CancellationToken cancellationToken)
    {
        var type = db.Model.FindEntityType(row.Type)!;
        var properties = type.FindPrimaryKey()!.Properties;
        var key = Read(properties, row.Key);
        if (type.FindOwnership() is not { } ownership)
        {
            return await db.FindAsync(type.ClrType, key, cancellationToken);
        }

        // It is reached through its owner alone.
        await db.FindAsync(ownership.PrincipalEntityType.ClrType, Read(ownership.Properties, row.Owner!), cancellationToken);
        return db.ChangeTracker.Entries().FirstOrDefault(e => e.Metadata == type && properties.Select(p => e.Property(p.Name).CurrentValue).SequenceEqual(key))?.Entity;

        static object?[] Read(IReadOnlyList<IProperty> properties, IReadOnlyList<JsonNode?> stored) => [.. properties.Select((p, i) => ReversalWatch.Read(p, stored[i]))];
    }

    private void TakeBack(object entity, WrittenRow row)
    {
        if (row.Old is null)
        {
            db.Remove(entity);
            return;
        }

        var entry = db.Entry(entity);
        foreach (var (name, stored) in row.Old)
        {
            entry.Property(name).CurrentValue = ReversalWatch.Read(entry.Property(name).Metadata, stored);
        }
    }
}

/// <summary>Finds the last act on a case, where the actor may still take it back.</summary>
internal sealed class LastActs(NetworksDbContext db, IActor actor, UndoGrace grace, TimeProvider clock)
{
    /// <param name="version">Of the case now: every act raises it.</param>
    /// <returns>Null when there is nothing to take back.</returns>
    public async Task<Reversal?> OfAsync(CaseId caseId, long version, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - grace.Time;
        var mine = actor.Officer;
        var stored = await (
            from e in db.CaseEvents
            where e.CaseId == caseId && e.OfficerId == mine && e.Number == db.Cases.Where(c => c.Id == caseId).Select(c => c.HistoryLength).First()
            join o in db.Operations on e.OperationId equals o.Id
            where o.CompletedAt >= since && o.Reversal != null
            select o.Reversal).FirstOrDefaultAsync(cancellationToken);
        return stored is not null && mine is not null && JsonSerializer.Deserialize<Reversal>(stored) is { } reversal && reversal.Version == version ? reversal : null;
    }
}

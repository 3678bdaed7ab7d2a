using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Conventions;
using Networks.Data.Faults;
using Networks.Data.Operations;
using Networks.Data.Outbox;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>
/// One act, one transaction. The guard on the case comes first, everything is read after it, and all is stored or
/// nothing. A repeated operation gets its first answer. A refusal stores nothing.
/// </summary>
internal sealed class UnitOfWorkBehavior<TRequest, TResponse>(
    NetworksDbContext db,
    WriteGate gate,
    CurrentOperation operation,
    IActor actor,
    Journal journal,
    IEnumerable<IConsequence> consequences,
    TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand, IRequest<TResponse>
    where TResponse : class, IResult<TResponse>
{
    // Acts beside the cases have no history of a case: their line is in the journal.
    private static readonly bool _journaled = typeof(TRequest).GetCustomAttribute<AccessAttribute>() is { Right: var right } && AccessPolicy.IsJournaled(right);

    private const int Attempts = 5;

    /// <summary>In milliseconds, before the second attempt; each further one waits twice as long, give or take a half.</summary>
    private const int FirstPause = 10;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        // Its rows come one by one, each with a transaction of its own.
        if (request is IBulk)
        {
            return await next();
        }

        operation.Id = request.OperationId == Guid.Empty ? Ids.New(clock) : request.OperationId;
        var bodyHash = BodyHash(request);
        return await gate.DoAsync(() => TryAsync(request, bodyHash, next, cancellationToken), cancellationToken)
            ?? TResponse.Refused(new Refusal(RefusalKind.Unavailable, "common.busy"));
    }

    private async Task<TResponse> TryAsync(TRequest request, string bodyHash, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ActAsync(request, bodyHash, next, cancellationToken);
            }
            catch (Exception e) when (DatabaseFaults.IsOfDatabase(e))
            {
                db.Forget();
                switch (e is DbUpdateConcurrencyException ? DatabaseFault.Contention : DatabaseFaults.Of(e))
                {
                    case DatabaseFault.Contention or DatabaseFault.DuplicateKey when attempt < Attempts:
                        // Somebody was first: do it again on what they left, or find our own operation done.
                        await Task.Delay(Pause(attempt), clock, cancellationToken);
                        continue;
                    case DatabaseFault.Contention:
                        return TResponse.Refused(new Refusal(RefusalKind.Unavailable, "common.contention"));
                    case DatabaseFault.Full:
                        return TResponse.Refused(new Refusal(RefusalKind.NoRoom, "common.no-room"));
                    case DatabaseFault.Unflushed:
                        return TResponse.Refused(new Refusal(RefusalKind.Unavailable, "common.unflushed"));
                    case DatabaseFault.Unreachable:
                        return TResponse.Refused(new Refusal(RefusalKind.Unavailable, "common.database-unreachable"));
                    case DatabaseFault.Unknown or DatabaseFault.DuplicateKey:
                        throw;
                }
            }
        }
    }

    private async Task<TResponse> ActAsync(TRequest request, string bodyHash, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        // What a page read in the same request before the guard must not be believed after it.
        db.Forget();
        operation.Turn?.Mails.Clear();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        // All or nothing: there is no part of an act to go back to.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (rests, known) = await ActStart<TRequest>.BeginAsync(db, (request as ICaseRequest)?.CaseId, operation.Id, actor, cancellationToken);

        if (known is { } done)
        {
            return done.BodyHash == bodyHash && done.Actor == CompletedOperations.ActorKey(actor) && done.Request == typeof(TRequest).Name
                ? TResponse.ReadValue(done.AnswerJson)
                : TResponse.Refused(new Refusal(RefusalKind.Invalid, "common.operation-reused"));
        }

        // The guard has raised the version by one.
        rests ??= operation.SeenVersion is { } seen && request is ICaseRequest { CaseId: var acted }
            && await db.Cases.Where(c => c.Id == acted).Select(c => c.Version).FirstOrDefaultAsync(cancellationToken) != seen + 1
                ? new Refusal(RefusalKind.Outdated, "common.case-moved-on")
                : null;
        var watch = request is IUndoable ? new ReversalWatch(db) : null;
        db.IsWatched = watch is not null;
        journal.Forget();
        var answer = rests is null ? await next() : TResponse.Refused(rests);
        if (answer.Refusal is not null)
        {
            db.Forget();
            return answer;
        }

        if (actor.Officer is not null && (_journaled || operation.Token is not null))
        {
            await journal.AddAsync(operation.Token is null ? JournalKinds.Act : JournalKinds.TokenAct, typeof(TRequest).Name, (request as ICaseRequest)?.CaseId, cancellationToken);
        }

        // An act that can be taken back writes how the rows stood before, which is known when all of them are written.
        if (watch is null)
        {
            db.AddAlone(Completed(request, bodyHash, answer));
        }

        NoteMails();
        // What nobody looks at any more need not be taken as saved.
        await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        if (watch is not null || consequences.Any(c => c.Waits))
        {
            db.ChangeTracker.AcceptAllChanges();
            await FollowAsync(watch, reversal => Completed(request, bodyHash, answer, reversal), cancellationToken);
        }

        await (operation.Turn is { Rehearses: true } ? transaction.RollbackAsync(cancellationToken) : transaction.CommitAsync(cancellationToken));
        db.Forget();
        return answer;
    }

    private async Task FollowAsync(ReversalWatch? watch, Func<string?, CompletedOperation> complete, CancellationToken cancellationToken)
    {
        var followed = false;
        foreach (var consequence in consequences)
        {
            followed |= await consequence.FollowAsync(cancellationToken);
        }

        if (watch is not null)
        {
            db.Add(complete(watch.Write()));
        }

        if (followed || watch is not null)
        {
            NoteMails();
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // Only for a row of an act on several: nobody else asks, and looking costs.
    private void NoteMails()
    {
        if (operation.Turn is { } turn)
        {
            db.TrackSeen(all: false);
            turn.Mails.UnionWith(db.ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added).Select(e => e.Entity));
        }
    }

    // Different for each, so that two acts that met do not meet again.
    private static TimeSpan Pause(int attempt)
    {
        var middle = FirstPause << (attempt - 1);
        return TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(middle / 2, (middle * 3 / 2) + 1));
    }

    private CompletedOperation Completed(TRequest request, string bodyHash, TResponse answer, string? reversal = null) =>
        new(operation.Id, typeof(TRequest).Name, CompletedOperations.ActorKey(actor), bodyHash, answer.WriteValue(), clock.GetUtcNow())
        {
            Reversal = reversal,
            FormHash = operation.FormHash,
        };

    private static string BodyHash(TRequest request)
    {
        var body = JsonSerializer.SerializeToNode(request, Json.Options)!.AsObject();
        body.Remove("operationId");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.ToJsonString())));
    }
}

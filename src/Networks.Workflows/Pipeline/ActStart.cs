using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.History;
using Networks.Data.Operations;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>
/// How every act begins: the guard on its case, so that acts on one case follow one another and none moves a case that
/// rests; after it the look whether it was done before.
/// </summary>
internal static class ActStart<TRequest>
{
    private static readonly bool _rests = typeof(TRequest).GetCustomAttribute<AccessAttribute>() is { Right: var right }
        && AccessPolicy.RestsWhileSuspended(right) && !typeof(TRequest).IsAssignableTo(typeof(IWhileSuspended));

    private static readonly RowsAhead _ahead = typeof(TRequest).GetCustomAttribute<ReadsAheadAttribute>()?.Rows ?? RowsAhead.None;

    /// <returns>Why the act may not be done, null when it may and for a case that does not exist; and the act, if it was done before.</returns>
    public static async Task<(Refusal? Rests, CompletedOperation? Done)> BeginAsync(
        NetworksDbContext db, CaseId? caseId, Guid operation, IActor actor, CancellationToken cancellationToken)
    {
        var guard = caseId is null ? CaseGuard.None : _rests ? CaseGuard.UnlessSuspended : CaseGuard.Always;
        var (raised, done) = await FirstStatements.RunAsync(db, guard, caseId ?? default, operation, actor.Participant, _ahead, cancellationToken);
        if (raised || guard != CaseGuard.UnlessSuspended)
        {
            return (null, done);
        }

        var since = await db.Cases.Where(c => c.Id == caseId).Select(c => c.SuspendedAt).FirstOrDefaultAsync(cancellationToken);
        var rests = since is not { } at ? null
            : new Refusal(RefusalKind.Conflict, actor.Kind == ActorKind.Firm ? "common.suspended-firm" : "common.suspended", BusinessCalendar.DayOf(at));
        return (rests, done);
    }
}

using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.History;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Pipeline;

/// <summary>The first statement of every act on a case: acts on one case follow one another, and none moves a case that rests.</summary>
internal static class CaseGuard<TRequest>
{
    private static readonly bool _rests = typeof(TRequest).GetCustomAttribute<AccessAttribute>() is { Right: var right }
        && AccessPolicy.RestsWhileSuspended(right) && !typeof(TRequest).IsAssignableTo(typeof(IWhileSuspended));

    private const string Raise = "UPDATE \"Cases\" SET \"Version\" = \"Version\" + 1 WHERE \"Id\" = {0}";

    /// <returns>Why the act may not be done; null when it may, and for a case that does not exist.</returns>
    public static async Task<Refusal?> RaiseAsync(NetworksDbContext db, CaseId caseId, IActor actor, CancellationToken cancellationToken)
    {
        // As SQL, since it is the one statement of every act.
        var raised = await db.Database.ExecuteSqlRawAsync(_rests ? Raise + " AND \"SuspendedAt\" IS NULL" : Raise, [caseId.Value], cancellationToken);
        if (raised > 0 || !_rests)
        {
            return null;
        }

        var since = await db.Cases.Where(c => c.Id == caseId).Select(c => c.SuspendedAt).FirstOrDefaultAsync(cancellationToken);
        return since is not { } at ? null
            : new Refusal(RefusalKind.Conflict, actor.Kind == ActorKind.Firm ? "common.suspended-firm" : "common.suspended", BusinessCalendar.DayOf(at));
    }
}

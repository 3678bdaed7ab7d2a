using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.RetryIncident;

/// <summary>
/// Has what stands still in a case tried again: a step now, a timer at the next sweep. Refused when it stands still no
/// more, and while the case rests. Tells nothing of the case.
/// </summary>
[Access(Right.ServiceRun)]
public sealed record RetryIncident(CaseId CaseId, Guid Incident) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class RetryIncidentHandler(NetworksDbContext db, WorkflowEngine engine) : IRequestHandler<RetryIncident, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryIncident request, CancellationToken cancellationToken)
    {
        var incident = await db.Incidents.FirstOrDefaultAsync(i => i.Id == request.Incident && i.CaseId == request.CaseId, cancellationToken);
        var @case = await db.Cases.FirstOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case?.SuspendedAt is { } since)
        {
            return new Refusal(RefusalKind.Conflict, "common.suspended", BusinessCalendar.DayOf(since));
        }

        return incident is not null && @case is not null && await engine.RetryAsync(@case, incident, cancellationToken)
            ? Done.It
            : new Refusal(RefusalKind.Conflict, "engine.not-parked");
    }
}

/// <summary>The incidents that a person can still do something about.</summary>
internal static class OpenIncidents
{
    /// <summary>Those whose step has not been left in another way.</summary>
    public static IQueryable<Incident> Of(NetworksDbContext db) =>
        db.Incidents.Where(i => i.Status == IncidentStatus.Open && db.Scopes.Any(s => s.Id == i.ScopeId && s.Status == ScopeStatus.Open));
}

using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.Monitoring;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Monitoring.ShowAsLead;

/// <summary>Stored words of what the lead opens.</summary>
public static class LeadViews
{
    public const string Region = "region";
    public const string List = "list";
    public const string Case = "case";
    public const string Indicators = "indicators";
    public const string Comparison = "comparison";
    public const string Forecast = "forecast";

    public static readonly IReadOnlyList<string> All = [Region, List, Case, Indicators, Comparison, Forecast];
}

/// <summary>
/// Keeps what the lead opens. A look changes nothing, so it is noted beside the request and written within seconds; what a
/// killed node had not written yet is lost.
/// </summary>
public sealed class LeadVisitLog(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock) : IDisposable
{
    private readonly PendingLines<LeadVisit> _pending = new(scopes, gate);

    public void Dispose() => _pending.Dispose();

    /// <summary>Not written yet.</summary>
    internal IReadOnlyList<LeadVisit> Pending => _pending.Waiting;

    /// <summary>Notes the look, when the actor watches for the lead; others look without being noted here.</summary>
    internal void Note(IActor actor, ProgrammeId programme, string view, AssociationId? desk = null, CaseId? caseId = null)
    {
        if (actor.Officer is { } officer && actor.Roles.HasFlag(OfficerRoles.Lead))
        {
            _pending.Add(new LeadVisit(Ids.New(clock), programme, officer, clock.GetUtcNow(), view) { Desk = desk, CaseId = caseId });
        }
    }

    /// <returns>Looks written; what could not be written stays for the next time.</returns>
    public Task<int> WriteAsync(CancellationToken cancellationToken) => _pending.WriteAsync((db, visit) =>
    {
        db.Add(visit);
        return Task.CompletedTask;
    }, cancellationToken);
}

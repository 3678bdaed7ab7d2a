using System.Collections.Concurrent;
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
public sealed class LeadVisitLog(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
{
    private readonly ConcurrentQueue<LeadVisit> _pending = new();

    /// <summary>Not written yet.</summary>
    internal IReadOnlyList<LeadVisit> Pending => [.. _pending];

    /// <summary>Notes the look, when the actor watches for the lead; others look without being noted here.</summary>
    internal void Note(IActor actor, ProgrammeId programme, string view, AssociationId? desk = null, CaseId? caseId = null)
    {
        if (actor.Officer is { } officer && actor.Roles.HasFlag(OfficerRoles.Lead))
        {
            _pending.Enqueue(new LeadVisit(Ids.New(clock), programme, officer, clock.GetUtcNow(), view) { Desk = desk, CaseId = caseId });
        }
    }

    /// <returns>Looks written.</returns>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        if (_pending.IsEmpty)
        {
            return 0;
        }

        using var turn = await gate.EnterAsync(cancellationToken);
        if (turn is null)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var now = Pending;
        db.AddRange(now);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var _ in now)
        {
            _pending.TryDequeue(out var _);
        }

        return now.Count;
    }
}

using MediatR;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Progress;
using Networks.Workflows.Monitoring.ShowAsLead;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.CompareDays;

/// <summary>How the programme stood at the end of an earlier day, by what was known then and by what is known now, beside today.</summary>
/// <param name="Day">Null for a month ago.</param>
[Access(Right.RegionRead)]
public sealed record CompareDays(DateOnly? Day) : IQuery<Comparison>;

/// <param name="Moved">Networks that stand elsewhere today than that day; the ones opened since come last.</param>
/// <param name="LearntLate">Networks that stood elsewhere that day than was known then.</param>
public sealed record Comparison(string Programme, DateOnly Day, DateOnly Today, IReadOnlyList<ComparedState> States, IReadOnlyList<Move> Moved, IReadOnlyList<Move> LearntLate);

/// <param name="KnownThen">How many stood there that day, as that day knew.</param>
/// <param name="ThatDay">As is known now.</param>
public sealed record ComparedState(RegionState State, int KnownThen, int ThatDay, int Now);

/// <param name="From">Null for a network that was not there.</param>
public sealed record Move(CaseId Id, string Reference, string Desk, RegionState? From, RegionState? To);

internal sealed class CompareDaysHandler(RegionSight sight, IActor actor, LeadVisitLog log) : IRequestHandler<CompareDays, Result<Comparison>>
{
    public async Task<Result<Comparison>> Handle(CompareDays request, CancellationToken cancellationToken)
    {
        var ground = await sight.LookAsync(cancellationToken);
        log.Note(actor, ground.ProgrammeId, LeadViews.Comparison);
        var day = request.Day is { } asked && asked < ground.Today ? asked : ground.Today.AddMonths(-1);
        var until = BusinessCalendar.EndOfDay(day).ToUnixTimeMilliseconds() - 1;
        var desks = ground.Desks.ToDictionary(d => d.Id, d => d.Name);
        var seen = ground.Networks.Select(n => (Network: n, Known: CaseCourse.Of(n.Moments, until)?.StateOn(day), Then: n.Course.StateOn(day), Now: n.Course.StateOn(ground.Today))).ToList();
        return new Comparison(
            ground.Programme, day, ground.Today,
            [.. Enum.GetValues<RegionState>().Select(s => new ComparedState(s, seen.Count(n => n.Known == s), seen.Count(n => n.Then == s), seen.Count(n => n.Now == s)))
                .Where(s => s.KnownThen + s.ThatDay + s.Now > 0)],
            [.. from n in seen where n.Then != n.Now orderby n.Then is null, n.Network.Reference select MoveOf(n.Network, n.Then, n.Now)],
            [.. from n in seen where n.Known != n.Then orderby n.Network.Reference select MoveOf(n.Network, n.Known, n.Then)]);

        Move MoveOf(RegionNetwork network, RegionState? from, RegionState? to) => new(network.Id, network.Reference, desks.GetValueOrDefault(network.Owner, ""), from, to);
    }
}

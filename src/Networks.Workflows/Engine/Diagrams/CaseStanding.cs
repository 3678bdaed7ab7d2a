using Networks.Data.Work;

namespace Networks.Workflows.Engine.Diagrams;

/// <summary>Where a step lies for a running case.</summary>
public enum StepState
{
    Done,
    Here,
    ToCome,

    /// <summary>The case went another way, or ended before.</summary>
    NotTaken,
}

/// <summary>A step of a running case: its state, how many of its parties have done it, and its day.</summary>
/// <param name="Of">Parties that were asked; one for a step about the case.</param>
/// <param name="Day">When it was done last, or by when the first open one is due; null without one.</param>
public sealed record StepStanding(StepState State, int Done, int Of, DateOnly? Day);

/// <summary>
/// Reads the rows of a process into the state of every step. In a repetition only the newest round counts: what was done
/// in an earlier one is to come again.
/// </summary>
internal sealed class CaseStanding
{
    private readonly IReadOnlyList<Scope> _scopes;
    private readonly ILookup<string, WorkItem> _items;
    private readonly ILookup<string, DueTimer> _timers;
    private readonly Dictionary<string, StepStanding> _byPath = new(StringComparer.Ordinal);

    private CaseStanding(IReadOnlyList<Scope> scopes, IEnumerable<WorkItem> items, IEnumerable<DueTimer> timers)
    {
        _scopes = scopes;
        _items = items.ToLookup(i => i.Path, StringComparer.Ordinal);
        _timers = timers.Where(t => t.Kind == TimerKind.Wake).ToLookup(t => t.Path, StringComparer.Ordinal);
    }

    /// <returns>By path; a plain sequence and the process itself are left out.</returns>
    public static IReadOnlyDictionary<string, StepStanding> Of(
        ProcessDefinition definition, IReadOnlyList<Scope> scopes, IEnumerable<WorkItem> items, IEnumerable<DueTimer> timers)
    {
        var standing = new CaseStanding(scopes, items, timers);
        standing.MarkChildren(definition.Root, [.. scopes.Where(s => s.Path.Length == 0)], StepState.ToCome);
        return standing._byPath;
    }

    private void MarkChildren(Step parent, IReadOnlyList<Scope> within, StepState otherwise)
    {
        var flow = parent.Flow.ToList();
        var here = flow.FindLastIndex(s => Seen(s, within) == StepState.Here);
        var isOpen = within.Any(s => s.Status == ScopeStatus.Open);
        foreach (var (place, step) in flow.Index())
        {
            Mark(step, within, within.Count == 0 ? otherwise
                : !isOpen || place < here ? StepState.NotTaken
                : here < 0 && flow.Skip(place + 1).Any(s => Seen(s, within) is not null) ? StepState.NotTaken
                : StepState.ToCome);
        }

        foreach (var aside in parent.Children.Where(c => c.IsAside))
        {
            Mark(aside, within, isOpen ? StepState.ToCome : within.Count == 0 ? otherwise : StepState.NotTaken);
        }
    }

    private void Mark(Step step, IReadOnlyList<Scope> within, StepState otherwise)
    {
        var seen = Seen(step, within);

        // What the service does leaves no row of its own: before the place where the case stands it is done.
        var state = seen ?? (step is AutomaticStep && otherwise == StepState.NotTaken && within.Any(s => s.Status is ScopeStatus.Open or ScopeStatus.Done) ? StepState.Done : otherwise);
        if (step.Name.Length > 0)
        {
            _byPath[step.Path] = Standing(step, within, state);
        }

        var inside = state is StepState.Here or StepState.ToCome ? StepState.ToCome : StepState.NotTaken;
        switch (step)
        {
            case SequenceStep:
                MarkChildren(step, within, otherwise);
                break;
            case ChoiceStep choice:
                foreach (var way in choice.Children)
                {
                    Mark(way, within, seen is null ? otherwise : StepState.NotTaken);
                }

                break;
            case ForEachStep:
                var scopes = Newest(step, within);
                MarkChildren(step.Children[0], scopes.Count == 0 ? [] : Branches(scopes), inside);
                foreach (var aside in step.Children.Where(c => c.IsAside))
                {
                    Mark(aside, scopes, inside);
                }

                break;
            case { HasScope: true }:
                MarkChildren(step is RepeatUntilStep ? step.Children[0] : step, Newest(step, within), inside);
                break;
        }
    }

    /// <summary>What the rows say of a step; null when they say nothing.</summary>
    private StepState? Seen(Step step, IReadOnlyList<Scope> within) => step switch
    {
        TaskStep => Of(ItemsOf(step, within).Select(i => i.Status switch { WorkItemStatus.Open => StepState.Here, WorkItemStatus.Done => StepState.Done, _ => (StepState?)null })) is var seen
            && seen == StepState.Done && !step.IsAside && Waiting(step, within).Any() ? StepState.Here : seen,
        WaitStep => Of(_timers[step.Path].Where(t => within.Any(s => s.Id == t.ScopeId))
            .Select(t => t.Status switch { TimerStatus.Pending or TimerStatus.Parked => StepState.Here, TimerStatus.Fired => StepState.Done, _ => (StepState?)null })),
        { HasScope: true } => Of(Newest(step, within).Select(s => (StepState?)(s.Status == ScopeStatus.Open ? StepState.Here : StepState.Done))),
        SequenceStep or ChoiceStep => Of(step.Flow.Select(s => Seen(s, within))),
        _ => null,
    };

    /// <summary>Parties that have not come to a task yet, beside those that have done it.</summary>
    private IEnumerable<Scope> Waiting(Step step, IReadOnlyList<Scope> within) =>
        within.Count < 2 ? [] : within.Where(s => s.Status == ScopeStatus.Open && !ItemsOf(step, [s]).Any());

    private static StepState? Of(IEnumerable<StepState?> states)
    {
        var known = states.OfType<StepState>().ToList();
        return known.Count == 0 ? null : known.Contains(StepState.Here) ? StepState.Here : StepState.Done;
    }

    private StepStanding Standing(Step step, IReadOnlyList<Scope> within, StepState state)
    {
        if (step is ForEachStep && Newest(step, within) is { Count: > 0 } scopes)
        {
            var branches = Branches(scopes);
            return new StepStanding(state, branches.Count(b => b.Status == ScopeStatus.Done), branches.Count(b => b.Status is ScopeStatus.Open or ScopeStatus.Done), null);
        }

        var items = step is TaskStep ? ItemsOf(step, within).Where(i => i.Status is WorkItemStatus.Open or WorkItemStatus.Done).ToList() : [];
        var day = state == StepState.Here ? items.Where(i => i.IsOpen).Min(i => i.DueOn)
            : items.Max(i => i.ClosedAt) is { } at ? Common.BusinessCalendar.DayOf(at) : (DateOnly?)null;
        return new StepStanding(state, items.Count(i => i.Status == WorkItemStatus.Done), items.Count == 0 ? 0 : items.Count + Waiting(step, within).Count(), day);
    }

    private IEnumerable<WorkItem> ItemsOf(Step step, IReadOnlyList<Scope> within) => _items[step.Path].Where(i => within.Any(s => s.Id == i.ScopeId));

    /// <summary>The scopes of a step inside of others: of several rounds the newest.</summary>
    private List<Scope> Newest(Step step, IReadOnlyList<Scope> within) =>
        [.. _scopes.Where(s => s.Path == step.Path && within.Any(w => w.Id == s.ParentId)).GroupBy(s => s.ParentId).Select(g => g.MaxBy(s => s.Round)!)];

    private List<Scope> Branches(IReadOnlyList<Scope> forEach) =>
        [.. _scopes.Where(s => s.Path.EndsWith(Flow.BranchWord, StringComparison.Ordinal) && forEach.Any(f => f.Id == s.ParentId))
            .GroupBy(s => (s.ParentId, s.PartyId)).Select(g => g.MaxBy(s => s.Round)!)];
}

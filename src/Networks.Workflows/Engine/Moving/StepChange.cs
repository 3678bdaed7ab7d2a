namespace Networks.Workflows.Engine.Moving;

/// <summary>How two versions of a procedure differ, step by step; steps are the same when their path and kind are.</summary>
internal sealed class StepChange(ProcessDefinition before, ProcessDefinition after)
{
    private readonly Dictionary<string, Step> _before = ByPath(before);
    private readonly Dictionary<string, Step> _after = ByPath(after);
    private readonly List<Step> _order = [.. after.Root.SelfAndBelow()];

    /// <summary>The step of the new version at a path where the case stands; null when there is none of its kind.</summary>
    public Step? PlaceOf(string path) =>
        _after.TryGetValue(path, out var step) && _before.TryGetValue(path, out var old) && step.GetType() == old.GetType() && step.IsAside == old.IsAside ? step : null;

    public Step Before(string path) => _before[path];

    public bool IsNew(Step step) => step.Name.Length == 0 ? step.Children.All(IsNew) : !_before.ContainsKey(step.Path);

    /// <summary>What people or the service do, and the old version did not.</summary>
    public IEnumerable<Step> Added => _order.Where(s => IsAct(s) && IsNew(s));

    /// <summary>What the new version no longer does.</summary>
    public IEnumerable<Step> Gone => before.Root.SelfAndBelow().Where(s => IsAct(s) && !_after.ContainsKey(s.Path));

    /// <summary>The new steps that lie directly before a step, in their order: who stands there has them still to come.</summary>
    public IReadOnlyList<Step> DirectlyBefore(Step step)
    {
        var flow = step.Parent!.Flow.ToList();
        var at = flow.IndexOf(step);
        var first = at;
        while (first > 0 && IsNew(flow[first - 1]))
        {
            first--;
        }

        return flow[first..at];
    }

    /// <summary>Whether a step of the new version lies before every place.</summary>
    public bool IsBehind(Step step, IEnumerable<string> places) =>
        places.Select(p => _after.TryGetValue(p, out var place) ? place : null).OfType<Step>()
            .Where(place => !IsAbove(place, step) && !place.IsAside).DefaultIfEmpty().All(place => place is not null && _order.IndexOf(step) < _order.IndexOf(place));

    /// <summary>Whether a step lies in a repetition that is going on.</summary>
    public static bool IsRepeated(Step step, IReadOnlyCollection<string> places)
    {
        for (var at = step.Parent; at is not null; at = at.Parent)
        {
            if (at is RepeatUntilStep && places.Contains(at.Path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a place lies at or in one of the steps that follow a step in its own sequence.</summary>
    public static bool IsPast(Step step, IReadOnlyCollection<string> places) =>
        step.Parent!.Flow.SkipWhile(s => s != step).Skip(1).SelectMany(s => s.SelfAndBelow()).Any(s => s.Name.Length > 0 && places.Contains(s.Path));

    private static bool IsAct(Step step) => step is TaskStep or AutomaticStep or WaitStep;

    private static bool IsAbove(Step above, Step step)
    {
        for (var at = step.Parent; at is not null; at = at.Parent)
        {
            if (at == above)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, Step> ByPath(ProcessDefinition definition) =>
        definition.Root.SelfAndBelow().Where(s => s.Name.Length > 0 || s is ProcessStep).ToDictionary(s => s.Path, StringComparer.Ordinal);
}

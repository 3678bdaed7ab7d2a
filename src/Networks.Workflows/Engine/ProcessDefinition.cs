using System.Text;
using Networks.Data.Cases;

namespace Networks.Workflows.Engine;

/// <summary>
/// One version of a procedure, as a tree that reads like the procedure. A version that has been used is never changed:
/// its outline is an approved text, and a change is a new class with the next number.
/// </summary>
public abstract class ProcessDefinition
{
    private readonly Lazy<Built> _built;

    protected ProcessDefinition() => _built = new Lazy<Built>(() => Built.From(Define()));

    /// <summary>Stored word, the same for all versions: <c>form-network</c>.</summary>
    public abstract string Name { get; }

    public abstract int Version { get; }

    public Step Root => _built.Value.Root;

    protected abstract ProcessStep Define();

    /// <exception cref="InvalidOperationException">A stored row needs a step that this version does not have.</exception>
    public Step Find(string path) => _built.Value.ByPath.TryGetValue(path, out var step)
        ? step
        : throw new InvalidOperationException($"Process {Name} version {Version} has no step '{path}'.");

    /// <summary>The definition as an indented text: what the approved file holds.</summary>
    public string Outline()
    {
        var text = new StringBuilder().Append(Name).Append(" v").Append(Version).Append('\n');
        Append(Root, 0);
        return text.ToString();

        void Append(Step step, int depth)
        {
            if (step is not (SequenceStep or ProcessStep))
            {
                text.Append(' ', depth * 2).Append(step.Describe()).Append('\n');
            }

            foreach (var reaction in step.Reactions)
            {
                text.Append(' ', (depth * 2) + 2).Append("on ").Append(reaction.Signal).Append(": ").Append(reaction.Kind)
                    .Append(reaction.Task is null ? "" : " " + reaction.Task.Name).Append('\n');
            }

            foreach (var child in step.Children)
            {
                Append(child, step is SequenceStep or ProcessStep ? depth : depth + 1);
            }
        }
    }

    protected static ProcessStep Process(params IEnumerable<Step> steps) => new(steps);

    protected static PhaseStep Phase(string name, CasePhase phase, params IEnumerable<Step> steps) => new(name, phase, steps);

    protected static SequenceStep Sequence(params IEnumerable<Step> steps) => new(steps);

    protected static TaskStep Task(string name) => new(name);

    protected static AutomaticStep Automatic(string name, Effect effect) => new(name, effect);

    protected static ForEachStep ForEach(string name, PartySet parties, params IEnumerable<Step> body) => new(name, parties, body);

    protected static ChoiceStep Choice(string name, Condition condition, Step then, Step? otherwise = null) => new(name, condition, then, otherwise);

    protected static RepeatUntilStep RepeatUntil(string name, Condition condition, params IEnumerable<Step> body) => new(name, condition, body);

    protected static SubProcessStep SubProcess(string name, string process) => new(name, process);

    protected static WaitStep Wait(string name, DueRule until) => new(name, until);

    private sealed record Built(Step Root, IReadOnlyDictionary<string, Step> ByPath)
    {
        public static Built From(Step root)
        {
            root.SetPaths("");
            // A sequence shares the path of the step it lies in; the row belongs to the named one.
            var named = root.SelfAndBelow().Where(step => step is not SequenceStep);
            return new Built(root, named.ToDictionary(step => step.Path, StringComparer.Ordinal));
        }
    }
}

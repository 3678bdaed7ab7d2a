using Networks.Data.Cases;

namespace Networks.Workflows.Engine;

/// <summary>A node of a definition. Immutable once the definition is built; its path is a stored word.</summary>
public abstract class Step
{
    private readonly List<Step> _children = [];
    private readonly List<Reaction> _reactions = [];

    protected Step(string name, params IEnumerable<Step> children)
    {
        Name = name;
        foreach (var child in children)
        {
            child.Parent = this;
            _children.Add(child);
        }
    }

    /// <summary>Own word; empty for a plain sequence, which is not seen in paths.</summary>
    public string Name { get; }

    /// <summary>Words from the root, joined by slashes; set when the definition is built.</summary>
    public string Path { get; private set; } = "";

    public Step? Parent { get; private set; }

    public IReadOnlyList<Step> Children => _children;

    public IReadOnlyList<Reaction> Reactions => _reactions;

    /// <summary>Whether entering it opens a scope row: only such steps can react.</summary>
    public virtual bool HasScope => false;

    /// <summary>A task that a reaction or a deadline opens beside the flow; ending it does not move the flow on.</summary>
    internal bool IsAside { get; private set; }

    /// <summary>What happens here when the signal is raised while this step's scope is open.</summary>
    /// <exception cref="InvalidOperationException">The step has no scope to react in.</exception>
    public Step On(string signal, Reaction reaction)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        if (!HasScope)
        {
            throw new InvalidOperationException($"{GetType().Name} {Name} opens no scope and cannot react to {signal}.");
        }

        _reactions.Add(reaction with { Signal = signal });
        if (reaction.Task is { } aside)
        {
            AddAside(aside);
        }

        return this;
    }

    internal void AddAside(TaskStep aside)
    {
        aside.Parent = this;
        aside.IsAside = true;
        _children.Add(aside);
    }

    internal void SetPaths(string parentPath)
    {
        Path = Name.Length == 0 ? parentPath : parentPath.Length == 0 ? Name : $"{parentPath}/{Name}";
        foreach (var child in _children)
        {
            child.SetPaths(Path);
        }
    }

    internal IEnumerable<Step> Flow => _children.Where(c => !c.IsAside);

    internal IEnumerable<Step> SelfAndBelow() => _children.SelectMany(c => c.SelfAndBelow()).Prepend(this);

    /// <summary>One line of the definition's outline, without its children.</summary>
    internal abstract string Describe();
}

/// <summary>Steps one after the other.</summary>
public sealed class SequenceStep(params IEnumerable<Step> children) : Step("", children)
{
    internal override string Describe() => "sequence";
}

/// <summary>The root of a process: a sequence whose scope lasts as long as the process.</summary>
public sealed class ProcessStep(params IEnumerable<Step> children) : Step("", children)
{
    public override bool HasScope => true;

    internal override string Describe() => "process";
}

/// <summary>A named stretch of the path; entering it sets the case's phase.</summary>
public sealed class PhaseStep(string name, CasePhase phase, params IEnumerable<Step> children) : Step(name, children)
{
    public CasePhase Phase { get; } = phase;

    public override bool HasScope => true;

    internal override string Describe() => $"phase {Name}";
}

/// <summary>A human task for a party.</summary>
public sealed class TaskStep(string name) : Step(name)
{
    internal Assign Assign { get; private set; } = Parties.OwnerDesk;

    internal DueRule? DueRule { get; private set; }

    internal ReminderLadder? Reminders { get; private set; }

    public TaskStep For(Assign party)
    {
        Assign = party;
        return this;
    }

    public TaskStep Due(DueRule rule)
    {
        DueRule = rule;
        return this;
    }

    /// <param name="after">Working days from opening to the first reminder.</param>
    /// <param name="every">Working days between reminders.</param>
    /// <param name="atMost">The cap.</param>
    /// <param name="with">Composes the mail; it goes through the outbox.</param>
    public TaskStep Remind(int after, int every, int atMost, Effect with)
    {
        Reminders = new ReminderLadder(after, every, atMost, with);
        return this;
    }

    internal override string Describe() => $"task {Name}"
        + (Reminders is { } r ? $" (remind after {r.After}, every {r.Every}, at most {r.AtMost} working days)" : "")
        + (IsAside ? " (aside)" : "");
}

/// <summary>When a silent party is reminded, in working days, and how often at most.</summary>
internal sealed record ReminderLadder(int After, int Every, int AtMost, Effect Send);

/// <summary>Something that the service does itself, in the database only.</summary>
public sealed class AutomaticStep(string name, Effect effect) : Step(name)
{
    internal Effect Effect { get; } = effect;

    /// <summary>Undoes the effect when a move is taken back; null for a step that a moved case does not make up for.</summary>
    internal Effect? TakeBack { get; private set; }

    /// <summary>A running case that is moved to this version and stands behind this step does it in the move.</summary>
    /// <param name="takeBack">Leaves the database as it was before the effect.</param>
    public AutomaticStep AlsoWhenMovedPast(Effect takeBack)
    {
        TakeBack = takeBack;
        return this;
    }

    internal override string Describe() => $"automatic {Name}{(TakeBack is null ? "" : " (also when moved past)")}";
}

/// <summary>One of two ways; the condition is read when it is reached.</summary>
public sealed class ChoiceStep(string name, Condition condition, Step then, Step? otherwise)
    : Step(name, otherwise is null ? [then] : [then, otherwise])
{
    internal Condition Condition { get; } = condition;

    internal Step Then { get; } = then;

    internal Step? Otherwise { get; } = otherwise;

    internal override string Describe() => $"choice {Name}";
}

/// <summary>Repeats its body until the condition holds; it is read when the body has ended. Every round is a new scope.</summary>
public sealed class RepeatUntilStep(string name, Condition condition, params IEnumerable<Step> body) : Step(name, new SequenceStep(body))
{
    internal Condition Condition { get; } = condition;

    public override bool HasScope => true;

    internal override string Describe() => $"repeat until {Name}";
}

/// <summary>Runs the newest version of another definition as a part of the same case, and goes on when it has ended.</summary>
public sealed class SubProcessStep(string name, string process) : Step(name)
{
    /// <summary>Stored word of the definition.</summary>
    public string Process { get; } = process;

    public override bool HasScope => true;

    internal override string Describe() => $"sub-process {Name}: {Process}";
}

/// <summary>Waits until an instant, for years if need be.</summary>
public sealed class WaitStep(string name, DueRule until) : Step(name)
{
    internal DueRule Until { get; } = until;

    internal override string Describe() => $"wait {Name}";
}

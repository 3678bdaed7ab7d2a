namespace Networks.Workflows.Engine;

/// <summary>One branch for each party of a set, joined by a rule.</summary>
public sealed class ForEachStep(string name, PartySet parties, params IEnumerable<Step> body) : Step(name, new SequenceStep(body))
{
    internal PartySet Parties { get; } = parties;

    internal JoinRule Join { get; private set; } = JoinRule.All;

    internal DueRule? Deadline { get; private set; }

    internal TaskStep? AtDeadline { get; private set; }

    public override bool HasScope => true;

    public ForEachStep JoinWhen(JoinRule rule)
    {
        Join = rule;
        return this;
    }

    /// <summary>A deadline never decides for the parties: it opens a task for the desk.</summary>
    public ForEachStep At(DueRule deadline, TaskStep task)
    {
        Deadline = deadline;
        AtDeadline = task;
        AddAside(task);
        return this;
    }

    /// <summary>
    /// Ends with those that have answered when the last day is over: for invitations that nobody has to decide on. The
    /// open tasks close as <c>deadline-passed</c>.
    /// </summary>
    public ForEachStep Until(DueRule deadline)
    {
        Join = JoinRule.UntilDeadline;
        Deadline = deadline;
        return this;
    }

    internal bool WakesAtDeadline => AtDeadline is not null || Join == JoinRule.UntilDeadline;

    internal override string Describe() => $"for each {Name}, join {Join}{(AtDeadline is null ? "" : $", at the deadline {AtDeadline.Name}")}";
}

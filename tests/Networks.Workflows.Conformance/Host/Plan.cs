namespace Networks.Workflows.Conformance.Host;

/// <summary>A procedure in words that every engine understands; a host turns it into its own definitions.</summary>
public abstract record Plan;

/// <summary>A task for a person; inside of <see cref="Each"/> it is about the branch's party.</summary>
public sealed record Ask(string Name) : Plan;

/// <summary>Something that the engine does itself; a ledger beside the engine counts how often.</summary>
public sealed record Effect(string Name) : Plan;

public sealed record Chain(params IReadOnlyList<Plan> Steps) : Plan;

/// <summary>One branch for each party.</summary>
public sealed record Each(string Name, Plan Body) : Plan
{
    public Enough Enough { get; init; } = Enough.All;

    /// <summary>Days from its beginning to the last day; null for none.</summary>
    public int? LastDay { get; init; }

    /// <summary>The task that the passed last day raises; null where the last day ends it.</summary>
    public string? AtLastDay { get; init; }
}

/// <summary>Its body so many times, one after the other.</summary>
public sealed record Rounds(string Name, int Times, Plan Body) : Plan;

/// <summary>Sleeps until the beginning of a day.</summary>
public sealed record Sleep(string Name, int Days) : Plan;

/// <summary>Runs another procedure as a part of the same case.</summary>
public sealed record Part(string Name, string Procedure) : Plan;

/// <summary>Reacts to facts while what it is around is going on: a chain, an each, rounds or a part.</summary>
public sealed record Hearing(Plan Of, params IReadOnlyList<On> Reactions) : Plan;

/// <param name="Task">What a raised task is called; null for the other reactions.</param>
public sealed record On(string Fact, What What, string? Task = null);

public enum What
{
    RaiseTask,
    AddParty,
    AskPartyAgain,
    PartyLeaves,
    Supersede,
    CancelAll,
}

/// <summary>When the branches are enough.</summary>
public enum Enough
{
    All,
    Any,
    TwoOf,
    AllButOne,
}

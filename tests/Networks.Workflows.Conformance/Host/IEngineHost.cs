namespace Networks.Workflows.Conformance.Host;

/// <summary>
/// What the promises are asked of. Everything is an act: applied once by its number, wholly there or wholly absent.
/// A host of another engine implements this and nothing else.
/// </summary>
public interface IEngineHost : IAsyncDisposable
{
    /// <summary>The day that it is for the engine.</summary>
    DateOnly Today { get; }

    /// <summary>How many transactions were committed since the host was opened.</summary>
    int Commits { get; }

    /// <summary>Opens a case that runs the newest version of a procedure, with parties numbered from 0.</summary>
    Task<Guid> StartAsync(string procedure, int parties);

    Task<Answer> ActAsync(Guid @case, Act act, Crash? crash = null);

    /// <summary>What the engine's own clock does when it wakes.</summary>
    Task<Answer> FireDueAsync(Crash? crash = null);

    /// <summary>The clock goes on to noon of a later day, or by a part of one.</summary>
    void Pass(TimeSpan time);

    Task<Seen> SeeAsync(Guid @case);
}

/// <param name="Number">The same number again is the same act.</param>
public abstract record Act(Guid Number);

/// <param name="Party">Null for a task about the case.</param>
public sealed record Complete(Guid Number, string Task, int? Party = null, string Outcome = "done") : Act(Number);

public sealed record Tell(Guid Number, string Fact, int? Party = null) : Act(Number);

public sealed record Suspend(Guid Number) : Act(Number);

public sealed record Resume(Guid Number) : Act(Number);

public sealed record Cancel(Guid Number) : Act(Number);

public enum Answer
{
    Done,
    Refused,

    /// <summary>The service died: whoever asked does not know.</summary>
    Lost,
}

/// <summary>Where the service dies. What was in memory is gone; only what was committed is there afterwards.</summary>
/// <param name="AtStatement">Before the n-th statement of the act, from 1; 0 for another place.</param>
public sealed record Crash(int AtStatement = 0, bool BeforeCommit = false, bool AfterCommit = false);

/// <summary>A case as it stands in the store.</summary>
/// <param name="State">Running, Completed or Cancelled.</param>
/// <param name="Open">Tasks that wait: "prepare", "answer 1"; parties count from 1; sorted.</param>
/// <param name="Closed">"answer 1 Done yes", in the order of their opening.</param>
/// <param name="Ledger">What the engine did itself, in order.</param>
/// <param name="Timers">How many instants it waits for.</param>
/// <param name="Faults">What must never be: something open in what has ended, open twice, a broken journal; empty.</param>
/// <param name="Journal">Number of the journal's rows.</param>
public sealed record Seen(
    string State, IReadOnlyList<string> Open, IReadOnlyList<string> Closed, IReadOnlyList<string> Ledger, int Timers, IReadOnlyList<string> Faults, int Journal);

namespace Networks.Data.Work;

public enum ScopeStatus
{
    Open,
    Done,

    /// <summary>Ended by a reaction: its answers are kept and no longer count.</summary>
    Superseded,

    Cancelled,
}

/// <summary>
/// An entered part of a process: the process itself, a phase, a for-each, one branch of it (a party), one round of a
/// repetition. Unique by parent, path, party and round.
/// </summary>
public sealed class Scope
{
    private Scope()
    {
    }

    public Scope(Guid id, Guid processId, Guid? parentId, string path, Guid partyId, int round)
    {
        Id = id;
        ProcessId = processId;
        ParentId = parentId;
        Path = path;
        PartyId = partyId;
        Round = round;
    }

    public Guid Id { get; private set; }

    public Guid ProcessId { get; private set; }

    /// <summary>Null for the root.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>Stored words of the definition, joined by slashes; empty for the root.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Participant, filing, duty or association that this branch is about; empty when it is no branch.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>1 for the first time, 2 for the second…</summary>
    public int Round { get; private set; }

    public ScopeStatus Status { get; set; } = ScopeStatus.Open;
}

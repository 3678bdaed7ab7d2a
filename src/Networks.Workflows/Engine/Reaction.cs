namespace Networks.Workflows.Engine;

internal enum ReactionKind
{
    OpenTask,
    AddBranch,
    AskBranchAgain,
    LeaveBranches,
    Supersede,
    CancelProcess,
}

/// <summary>What a scope does when a fact is raised in its case: in the same transaction, innermost scope first.</summary>
public sealed record Reaction
{
    private Reaction()
    {
    }

    internal string Signal { get; init; } = "";

    internal ReactionKind Kind { get; private init; }

    internal TaskStep? Task { get; private init; }

    internal Effect? Effect { get; private init; }

    /// <summary>Opens a task beside the flow, about the fact's subject; the flow of the scope waits for it too.</summary>
    public static Reaction Open(TaskStep task) => new() { Kind = ReactionKind.OpenTask, Task = task };

    /// <summary>The for-each gets a branch for the fact's subject, unless it has one.</summary>
    public static Reaction AddBranch { get; } = new() { Kind = ReactionKind.AddBranch };

    /// <summary>The subject's branch begins its body again.</summary>
    public static Reaction AskBranchAgain { get; } = new() { Kind = ReactionKind.AskBranchAgain };

    /// <summary>Every open branch and task of the subject below this scope closes as left.</summary>
    public static Reaction LeaveBranches { get; } = new() { Kind = ReactionKind.LeaveBranches };

    /// <summary>Everything open below closes as superseded and the flow goes on after this step.</summary>
    public static Reaction Supersede { get; } = new() { Kind = ReactionKind.Supersede };

    /// <summary>The whole process ends; every task and timer of it closes.</summary>
    public static Reaction CancelProcess { get; } = new() { Kind = ReactionKind.CancelProcess };

    /// <summary>Also does this in the database, before the reaction itself.</summary>
    public Reaction With(Effect effect) => this with { Effect = effect };
}

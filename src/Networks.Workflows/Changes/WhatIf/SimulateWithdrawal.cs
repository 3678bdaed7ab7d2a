using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Changes.WhatIf;

/// <summary>
/// What would follow if one or two firms left: computed on a copy, so that nothing is written. Before the deed, after it
/// and after the effect the law and the contract say different things.
/// </summary>
/// <param name="Firms">Empty: only which firms there are to choose from.</param>
/// <param name="Cause">One of <see cref="Rules.WithdrawalCauses"/>; after the deed only.</param>
/// <param name="On">Day on which the notice arrives or the others decide.</param>
[Access(Right.CaseRead)]
public sealed record SimulateWithdrawal(CaseId CaseId, IReadOnlyList<ParticipantId> Firms, string? Cause, DateOnly? On) : IQuery<WithdrawalSimulation>, ICaseRequest;

public enum WithdrawalStage
{
    /// <summary>Nobody has signed: the firm simply leaves.</summary>
    BeforeDeed,

    /// <summary>It signed, and counts until a deed of all lets it go.</summary>
    AfterDeed,

    /// <summary>The network runs: it leaves as the contract says.</summary>
    AfterEffect,
}

/// <param name="Choices">The firms that take part.</param>
/// <param name="Cause">As asked, or what is proposed.</param>
/// <param name="LeavesOn">Null where nothing was simulated.</param>
/// <param name="Refusal">Why these firms cannot leave so; null when they can, and when none was chosen.</param>
/// <param name="Stamp">Of what was listed; accepting asks for it. Null where nothing was simulated.</param>
public sealed record WithdrawalSimulation(
    string Network,
    WithdrawalStage Stage,
    IReadOnlyList<LeavingChoice> Choices,
    string Cause,
    DateOnly On,
    DateOnly? LeavesOn,
    Refusal? Refusal,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<Consequence> Consequences,
    string? Stamp)
{
    /// <summary>What leaves, to look for who replaces it; empty where nothing was simulated.</summary>
    public IReadOnlyList<LostFirm> Lost { get; init; } = [];

    public IEnumerable<Consequence> ToDo => Consequences.Where(c => c.Kind != ConsequenceKind.Told);
}

/// <param name="Division">Two digits of its main activity; null while unknown.</param>
/// <param name="Province">Of its register position; null while unknown.</param>
public sealed record LostFirm(string Firm, string? Division, string? Province);

public sealed record LeavingChoice(Guid Participant, string Firm, bool Chosen);

/// <summary>One row of the two columns.</summary>
/// <param name="Key">Its name is <c>changes.measure-&lt;key&gt;</c>.</param>
/// <param name="Matters">Whether the difference asks for something.</param>
public sealed record Measure(string Key, string Before, string After, bool Matters);

public enum ConsequenceKind
{
    /// <summary>Good to know; nobody has to do anything.</summary>
    Told,

    /// <summary>Becomes a task of the desk.</summary>
    Task,

    /// <summary>Becomes the task of bringing in the document of the withdrawal.</summary>
    Document,

    /// <summary>Becomes a filing at a chamber.</summary>
    Filing,
}

/// <summary>One line of the list.</summary>
/// <param name="Code">Stored word; its sentence is <c>changes.line-&lt;code&gt;</c>.</param>
/// <param name="Leaving">The leaving firm that it belongs to.</param>
/// <param name="Filer">Whose position it is entered on; null for the network's own, and where nothing is filed.</param>
/// <param name="Chamber">Code of the chamber; null where nothing is filed.</param>
/// <param name="Values">Invariant text; see <see cref="LineWords"/>.</param>
public sealed record Consequence(string Code, ConsequenceKind Kind, ParticipantId Leaving, ParticipantId? Filer, string? Chamber, IReadOnlyList<string> Values)
{
    public string Text => LineWords.Say(Code, Values);
}

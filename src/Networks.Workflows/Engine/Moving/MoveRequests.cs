using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Moving;

/// <summary>
/// What moving a running case to the version in force would do, in words: tried in a transaction that is rolled back.
/// </summary>
[Access(Right.ProcedureMove)]
public sealed record PreviewMove(CaseId CaseId) : IQuery<MovePreview>, ICaseRequest;

/// <param name="To">The version in force; equal to <paramref name="From"/> when the case runs it already.</param>
/// <param name="Network">The network's name; in groups the case's reference.</param>
/// <param name="Lines">What happens, one sentence each, the weightiest first.</param>
/// <param name="Refusal">Why it cannot be moved; null when it can.</param>
/// <param name="Fingerprint">What the move is asked with; another one is refused.</param>
/// <param name="CanTakeBack">The last act on the procedure was a move and nothing has happened since.</param>
public sealed record MovePreview(int From, int To, string Network, IReadOnlyList<string> Lines, Refusal? Refusal, string? Fingerprint, bool CanTakeBack);

/// <summary>Moves a running case to a newer version, exactly as it was shown.</summary>
/// <remarks>Refused: the case changed since, it has no place there, it rests, or a step of it stands still.</remarks>
/// <param name="Seen">Fingerprint of what the person saw.</param>
[Access(Right.ProcedureMove)]
public sealed record MoveCase(Guid OperationId, CaseId CaseId, int To, string Seen) : ICommand<MovedCase>, ICaseRequest;

/// <summary>The same for one case of a group, by who sees no content of it.</summary>
[Access(Right.ProcedureMoveMany)]
public sealed record MoveListed(Guid OperationId, CaseId CaseId, int To, string Seen) : ICommand<MovedCase>, ICaseRequest;

/// <param name="Mails">How many were queued.</param>
public sealed record MovedCase(int From, int To, int Mails);

/// <summary>Takes the last move of a case back, as long as nothing of its procedure has happened since.</summary>
[Access(Right.ProcedureMove)]
public sealed record TakeMoveBack(Guid OperationId, CaseId CaseId) : ICommand<MovedCase>, ICaseRequest;

/// <summary>Every running case of an older version with what a move would do, without case content: numbers for names.</summary>
[Access(Right.ProcedureMoveMany)]
public sealed record ListMovable : IQuery<MovableCases>;

/// <param name="Running">Running cases in all.</param>
/// <param name="Older">How many of them run an older version.</param>
/// <param name="Rows">The oldest ones first, at most <see cref="AtMost"/>.</param>
public sealed record MovableCases(int Version, int Running, int Older, IReadOnlyList<MovableCase> Rows)
{
    /// <summary>Each is tried in a transaction of its own.</summary>
    public const int AtMost = 50;
}

/// <param name="Desk">The desk that leads it.</param>
public sealed record MovableCase(CaseId CaseId, string Reference, string Desk, CasePhase Phase, MovePreview Preview);

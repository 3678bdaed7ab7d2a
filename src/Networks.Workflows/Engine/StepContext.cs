using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Engine;

/// <summary>
/// What the delegates of a definition may look at: the case, the scope they run in, and the database inside the act's
/// transaction. Changes that the act made so far are flushed before a condition or a set is read.
/// </summary>
/// <param name="SubjectId">Participant, filing or duty of the nearest branch; empty outside of a for-each.</param>
/// <param name="Subjects">As they stand in the database.</param>
public sealed record StepContext(
    NetworksDbContext Db,
    Case Case,
    Guid SubjectId,
    BusinessCalendar Calendar,
    TimeProvider Clock,
    CaseHistory History,
    PublicAddress Address,
    VerifiableFacts Facts,
    MailRules Mail,
    CaseSubjects Subjects)
{
    /// <summary>The work item that a reminder is about; null elsewhere.</summary>
    public WorkItem? Item { get; init; }
}

/// <summary>Reads a yes or no of the case, after the guard.</summary>
public delegate Task<bool> Condition(StepContext context, CancellationToken cancellationToken);

/// <summary>The ids that a for-each goes over, in the order of their branches.</summary>
public delegate Task<IReadOnlyList<Guid>> PartySet(StepContext context, CancellationToken cancellationToken);

/// <summary>Touches the database only; anything outside goes through the outbox.</summary>
public delegate Task Effect(StepContext context, CancellationToken cancellationToken);

/// <summary>Which desk does a task, for which firm, and whom the case waits for meanwhile.</summary>
public delegate Task<Assignment> Assign(StepContext context, CancellationToken cancellationToken);

/// <summary>The last day of a task, inclusive; null when it has none.</summary>
public delegate Task<DateOnly?> DueRule(StepContext context, CancellationToken cancellationToken);

/// <param name="Desk">The desk that does the task, or that follows the firm that does it.</param>
/// <param name="Firm">The participant that does it by its link; null when the desk does it.</param>
public sealed record Assignment(AssociationId Desk, ParticipantId? Firm, WaitsFor WaitsFor);

using MediatR;
using Networks.Data;

namespace Networks.Workflows.Common;

/// <summary>What the pipeline knows of a query without its answer's type.</summary>
public interface IQuery;

/// <summary>Reads one moment; changes nothing.</summary>
public interface IQuery<T> : IRequest<Result<T>>, IQuery;

/// <summary>What the pipeline knows of an act without its answer's type.</summary>
public interface ICommand
{
    /// <summary>
    /// Made with the form or sent as Idempotency-Key: the same id and body gets the same answer, another body is
    /// refused. Empty: the act is not repeatable by id (the service's own acts).
    /// </summary>
    Guid OperationId { get; }
}

/// <summary>Changes something: one act, one transaction.</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommand;

/// <summary>Is about one case: the guard is on it, and rights are derived from the person's relation to it.</summary>
public interface ICaseRequest
{
    CaseId CaseId { get; }
}

/// <summary>May be done while the case is suspended, though it moves the case: ending the suspension, or the case.</summary>
public interface IWhileSuspended;

/// <summary>Whoever did it may take it back for a while, as long as nothing has happened in the case since.</summary>
public interface IUndoable : ICaseRequest;

/// <summary>Has a shape that types alone do not say; all faults at once, each with its field.</summary>
public interface IChecked
{
    IEnumerable<Refusal> Faults();
}

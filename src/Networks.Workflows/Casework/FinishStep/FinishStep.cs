using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.FinishStep;

/// <summary>Ticks off a next step of the own desk, or takes the tick back. Repeating it changes nothing.</summary>
[Access(Right.CaseNote)]
public sealed record FinishStep(Guid OperationId, CaseId CaseId, Guid Step, bool Done) : ICommand<Done>, ICaseRequest;

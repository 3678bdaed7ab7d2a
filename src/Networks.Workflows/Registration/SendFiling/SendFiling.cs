using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration.SendFiling;

/// <summary>The desk, or whom it engaged, sent the filing to the chamber, or sent it again after a correction.</summary>
/// <remarks>Refused: a day before the deed or to come, a protocol number that another filing at the chamber has.</remarks>
/// <param name="Protocol">Filing reference (numero di protocollo) of the chamber.</param>
[Access(Right.CaseActForFirm)]
public sealed record SendFiling(Guid OperationId, CaseId CaseId, FilingId FilingId, DateOnly? SentOn, string? Protocol)
    : ICommand<Done>, IUndoable, IChecked
{
    public IEnumerable<Refusal> Faults() => FilingAct.SendingFaults(SentOn, Protocol);
}

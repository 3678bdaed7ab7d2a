using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration.SendStatement;

/// <summary>
/// The annual statement (situazione patrimoniale) of a rete-soggetto was sent to the chamber of its seat. From then on it is
/// a filing like any other: the chamber enters it, which fulfils the duty, or wants a correction.
/// </summary>
/// <remarks>
/// Refused: a duty of another kind, one that is done or sent already; a day before the end of its year or to come; a
/// protocol number that another filing at the chamber has. Law: L. 154/2016 (S13).
/// </remarks>
/// <param name="Protocol">Filing reference (numero di protocollo) of the chamber.</param>
[Access(Right.CaseManage)]
public sealed record SendStatement(Guid OperationId, CaseId CaseId, Guid DutyId, DateOnly? SentOn, string? Protocol)
    : ICommand<SentStatement>, ICaseRequest, IChecked
{
    public IEnumerable<Refusal> Faults() => FilingAct.SendingFaults(SentOn, Protocol);
}

/// <param name="Filing">Where its outcome is recorded.</param>
public sealed record SentStatement(Guid Filing);

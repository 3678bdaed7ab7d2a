using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Registration.SetReferenceEnterprise;

/// <summary>
/// Names the impresa di riferimento: the signatory whose filing carries the data for the others. It need be neither agent
/// nor lead, and can be changed freely until the day of effect; after it by a notice to the register, which is an amendment.
/// </summary>
/// <remarks>Refused: another one after effect. Source S01. A sole proprietor as reference pays the fee of a company (see FeeEstimate).</remarks>
[Access(Right.CaseManage)]
public sealed record SetReferenceEnterprise(Guid OperationId, CaseId CaseId, ParticipantId? Participant) : ICommand<Done>, ICaseRequest;

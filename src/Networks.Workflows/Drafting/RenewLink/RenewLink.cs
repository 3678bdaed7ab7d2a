using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.RenewLink;

/// <summary>
/// Whoever holds an expired or replaced link has a fresh one sent to the address on record, never to another. At most
/// three an hour for one firm.
/// </summary>
[Access(Right.FirmAnswer)]
public sealed record RenewLink(CaseId CaseId, string Token) : ICommand<Done>, ICaseRequest
{
    public const int PerHour = 3;

    public Guid OperationId { get; init; }
}

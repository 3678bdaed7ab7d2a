using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.SendCode;

/// <summary>
/// Mails the approval code of a final round to the firm's recorded address. A newer code takes the place of the older;
/// at most five an hour.
/// </summary>
[Access(Right.FirmAnswer)]
public sealed record SendCode(CaseId CaseId, string Token, RoundId RoundId) : ICommand<CodeSent>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

/// <param name="To">The address, shown in part: "f…@mail.example".</param>
public sealed record CodeSent(string To, int Minutes);

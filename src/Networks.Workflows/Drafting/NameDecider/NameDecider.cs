using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.NameDecider;

/// <summary>
/// Somebody else decides for the firm. It is a wish to the desk, which checks it and corrects the firm's data: nobody is
/// written to because a link said so.
/// </summary>
[Access(Right.FirmAnswer)]
public sealed record NameDecider(CaseId CaseId, string Token, RoundId RoundId, string? Decider, string? DeciderMail) : ICommand<FirmAnswered>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() =>
    [
        .. string.IsNullOrWhiteSpace(Decider) || Decider.Length > 200 ? [RoundRefusals.DeciderMissing] : (Refusal[])[],
        .. EmailAddress.TryParse(DeciderMail, out _, out _) ? (Refusal[])[] : [RoundRefusals.DeciderMailWrong],
    ];
}

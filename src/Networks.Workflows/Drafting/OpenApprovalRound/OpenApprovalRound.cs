using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.OpenApprovalRound;

/// <summary>
/// Puts the newest text to every active firm. The final round freezes the PDF: that hash is what firms approve and the
/// only thing that may be signed afterwards. Links of earlier rounds are replaced.
/// </summary>
/// <param name="DraftId">The version that the officer saw: a newer one in between refuses.</param>
/// <param name="LastDay">A working day after today, inclusive.</param>
/// <param name="FinalPdf">What <c>FreezeText</c> stored; only for the final round.</param>
/// <param name="CallThem">The desk calls the firms without mailbox and records their answers.</param>
[Access(Right.RoundManage)]
public sealed record OpenApprovalRound(
    CaseId CaseId, DraftId DraftId, RoundKind? Kind, DateOnly? LastDay, string? Message, StoredBytes? FinalPdf, bool CallThem)
    : ICommand<RoundOpened>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults() =>
    [
        .. Kind is null ? [RoundRefusals.KindMissing] : (Refusal[])[],
        .. LastDay is null ? [RoundRefusals.LastDayMissing] : (Refusal[])[],
        .. Kind == RoundKind.Final && FinalPdf is null ? [RoundRefusals.PdfMissing] : (Refusal[])[],
    ];
}

/// <param name="Mails">How many were queued.</param>
/// <param name="FrozenHash">SHA-256 of the frozen PDF; null in a working round.</param>
public sealed record RoundOpened(RoundId Round, int Number, int Mails, string? FrozenHash);

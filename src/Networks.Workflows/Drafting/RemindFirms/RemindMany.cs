using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.RemindFirms;

/// <summary>
/// Reminds the silent firms of several networks. Confirmed, it writes to nobody who was not named: the firms are those
/// that the preview listed. Can be taken back for ten seconds.
/// </summary>
/// <param name="Firms">Whom to remind; before it is confirmed, none stands for every silent firm.</param>
[Access(Right.DeskWork)]
public sealed record RemindMany(Guid OperationId, IReadOnlyList<CaseId> Networks, IReadOnlyList<ParticipantId> Firms, bool Confirmed) : IBulk, IChecked
{
    public IEnumerable<Refusal> Faults() =>
        Confirmed && Firms.Count == 0 ? [RoundRefusals.NobodyToRemind] : BulkLimits.Faults(Networks.Count);
}

/// <summary>Takes back the reminders of several networks that have not left yet.</summary>
[Access(Right.DeskWork)]
public sealed record WithdrawManyReminders(Guid OperationId, IReadOnlyList<CaseId> Networks, bool Confirmed) : IBulk, IChecked
{
    public IEnumerable<Refusal> Faults() => BulkLimits.Faults(Networks.Count);
}

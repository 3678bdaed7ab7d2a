using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Changes.ConfirmEnd;

/// <summary>
/// Every deletion is entered: the network has ended. Its path, its incubation and whatever else runs end with it, queued
/// mails do not leave, links no longer open; firms and desks are told. The history stays.
/// </summary>
/// <remarks>Refused: something is still open; another day than the last entry gives.</remarks>
/// <param name="On">The last day, as it was seen on the page: the day of the last deletion.</param>
[Access(Right.EffectConfirm)]
public sealed record ConfirmEnd(Guid OperationId, CaseId CaseId, Guid Change, DateOnly? On) : ICommand<ConfirmedEnd>, IUndoable, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        if (On is null)
        {
            yield return ChangeRefusals.DayMissing("on");
        }
    }
}

/// <param name="Told">Mails, held back ten seconds.</param>
public sealed record ConfirmedEnd(DateOnly On, int Told);

/// <summary>What would end, and who would be written to. Looking has no effect.</summary>
[Access(Right.CaseManage)]
public sealed record PreviewEnd(CaseId CaseId, Guid Change) : IQuery<EndPreview>, ICaseRequest;

/// <param name="On">Day of the last deletion; null where none was needed, and the desk says it.</param>
/// <param name="Changes">Other changes that end unfinished.</param>
/// <param name="Refusal">Why it cannot be confirmed now; null when it can.</param>
public sealed record EndPreview(
    string Network, DateOnly? On, DateOnly Today, int Tasks, int Timers, int QueuedMails, int Links, int Changes, IReadOnlyList<EffectRecipient> Recipients, Refusal? Refusal);

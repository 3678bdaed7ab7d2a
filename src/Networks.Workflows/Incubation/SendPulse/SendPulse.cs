using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.SendPulse;

/// <summary>
/// Sends the five questions of the quarter to every firm, each with a link of its own. A firm without mailbox gets none and
/// is called. Refused: no pulse is due, or nobody takes part any more.
/// </summary>
[Access(Right.CaseManage)]
public sealed record SendPulse(Guid OperationId, CaseId CaseId) : ICommand<SentPulse>, ICaseRequest;

/// <param name="Mails">Queued, held back ten seconds.</param>
public sealed record SentPulse(int Number, int Mails, DateOnly LastDay);

/// <summary>Who would be written to and what, before anything is sent.</summary>
[Access(Right.CaseManage)]
public sealed record PreviewPulse(CaseId CaseId) : IQuery<PulsePreview>, ICaseRequest;

/// <param name="Due">Whether it can be sent now.</param>
/// <param name="NextOn">When the next one is due, while none is; null where no incubation runs.</param>
/// <param name="Sample">As the first firm will read it; null when nobody has a mailbox.</param>
public sealed record PulsePreview(
    string Network, int Number, bool Due, DateOnly? NextOn, DateOnly LastDay, IReadOnlyList<PulseRecipient> Recipients, PulseText? Sample);

/// <param name="Mailbox">Null for a firm that has none and is called.</param>
/// <param name="Language">Two letters; the one in which it is written to.</param>
public sealed record PulseRecipient(ParticipantId Id, string Firm, string? Mailbox, string Language);

public sealed record PulseText(string Subject, string Body);

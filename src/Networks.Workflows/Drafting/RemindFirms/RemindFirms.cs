using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Drafting.RemindFirms;

/// <summary>
/// Reminds the silent firms of a round now. Who has had three reminders in this round or two mails this week is left out
/// and is to be called. Can be taken back for ten seconds.
/// </summary>
/// <param name="Participants">The ones that the panel listed; one that has answered meanwhile is left out.</param>
[Access(Right.RoundManage)]
public sealed record RemindFirms(CaseId CaseId, IReadOnlyList<ParticipantId> Participants) : ICommand<FirmsReminded>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

/// <param name="Sent">Reminders queued.</param>
public sealed record FirmsReminded(int Sent);

using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.FollowUp.FulfilDuty;

/// <summary>The network did what law or contract asks of it. Where the duty recurs, the next one is planned.</summary>
/// <remarks>Refused: a day to come or before the deed; a duty that is done already.</remarks>
/// <param name="Note">What was done, with whom, which receipt; null when nothing was said.</param>
[Access(Right.CaseManage)]
public sealed record FulfilDuty(Guid OperationId, CaseId CaseId, Guid DutyId, DateOnly? DoneOn, string? Note)
    : ICommand<FulfilledDuty>, IUndoable, IChecked
{
    private const int _longestNote = 4000;

    public IEnumerable<Refusal> Faults()
    {
        if (DoneOn is null)
        {
            yield return FollowUpRefusals.DateMissing;
        }

        if (Note?.Length > _longestNote)
        {
            yield return FollowUpRefusals.NoteTooLong(_longestNote);
        }
    }
}

/// <param name="NextOn">Last day of the next one; null where nothing follows.</param>
public sealed record FulfilledDuty(string Kind, DateOnly? NextOn);

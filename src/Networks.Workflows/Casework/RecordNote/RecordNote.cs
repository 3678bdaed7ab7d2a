using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.RecordNote;

/// <summary>
/// Notes a call, a meeting or a mail with its outcome, and plans the desk's next step. Refused: a firm that is not in
/// the case, a day to come, a next step in the past.
/// </summary>
/// <param name="Participant">The firm that it was with; null when it was about the case.</param>
/// <param name="HappenedOn">Null means today.</param>
/// <param name="Outcome">A word of <see cref="NoteOutcomes"/>.</param>
/// <param name="Text">What was said; null when the outcome says it.</param>
/// <param name="PrivateRemark">Seen by the own desk only; null for none.</param>
/// <param name="NextOn">Day of the next step; null takes the one that the outcome proposes.</param>
/// <param name="NextText">Null takes the outcome's own words.</param>
/// <param name="NoNextStep">Whether nothing follows, whatever the outcome proposes.</param>
[Access(Right.CaseNote)]
public sealed record RecordNote(
    Guid OperationId,
    CaseId CaseId,
    NoteChannel Channel,
    ParticipantId? Participant,
    DateOnly? HappenedOn,
    string Outcome,
    string? Text,
    string? PrivateRemark,
    DateOnly? NextOn,
    string? NextText,
    bool NoNextStep) : ICommand<NoteRecorded>, ICaseRequest, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        if (NoteOutcomes.Find(Outcome) is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.note-outcome-missing") { Field = "outcome" };
        }

        if (Text?.Length > NoteOutcomes.TextLimit)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.text-too-long", NoteOutcomes.TextLimit) { Field = "text" };
        }

        if (PrivateRemark?.Length > NoteOutcomes.TextLimit)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.text-too-long", NoteOutcomes.TextLimit) { Field = "remark" };
        }

        if (NextText?.Length > NoteOutcomes.NextTextLimit)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.text-too-long", NoteOutcomes.NextTextLimit) { Field = "next-text" };
        }
    }
}

/// <summary>How the desk and the firm spoke.</summary>
public enum NoteChannel
{
    Call,
    Meeting,
    Mail,
}

/// <param name="Event">Number of the note in the case's history.</param>
/// <param name="NextOn">Day of the planned step; null when none was planned.</param>
public sealed record NoteRecorded(int Event, DateOnly? NextOn);

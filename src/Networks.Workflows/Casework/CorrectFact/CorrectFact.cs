using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.CorrectFact;

/// <summary>
/// A recorded fact happened on another day. The row stays, a new row says the right day and why, and the state that the
/// fact had set (day of the deed, day of sending or entry) follows; so does a confirmed day of effect. Refused: a row that is no fact, a day to come, a day
/// before the deed, the same day.
/// </summary>
/// <param name="Number">The row of the history, never the number of a correction of it.</param>
[Access(Right.CaseCorrect)]
public sealed record CorrectFact(Guid OperationId, CaseId CaseId, int Number, DateOnly? Day, string? Reason)
    : ICommand<FactCorrected>, ICaseRequest, IChecked
{
    public IEnumerable<Refusal> Faults()
    {
        if (Day is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.day-missing") { Field = "day" };
        }

        if (Reason is null)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.reason-missing") { Field = "reason" };
        }
        else if (Reason.Length > 1000)
        {
            yield return new Refusal(RefusalKind.Invalid, "casework.text-too-long", 1000) { Field = "reason" };
        }
    }
}

/// <param name="EffectMovedTo">The new day of effect when it was confirmed already and has moved; null otherwise.</param>
public sealed record FactCorrected(int Number, DateOnly? EffectMovedTo);

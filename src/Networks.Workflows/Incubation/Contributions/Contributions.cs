using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.Contributions;

/// <summary>Calls a contribution to the common fund, of one firm or of all. Refused: a network without fund, a day that has passed.</summary>
/// <param name="Firm">Null: every firm that takes part.</param>
/// <param name="Cents">Of each firm.</param>
[Access(Right.CaseManage)]
public sealed record CallContribution(CaseId CaseId, ParticipantId? Firm, long? Cents, DateOnly? DueOn) : ICommand<CalledContributions>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Cents is null or <= 0)
        {
            yield return IncubationRefusals.AmountWrong;
        }

        if (DueOn is null)
        {
            yield return IncubationRefusals.DayMissing("due-on");
        }
    }
}

/// <param name="Firms">Of how many firms it is due.</param>
public sealed record CalledContributions(int Firms);

/// <summary>A firm has paid, all of it or a part. Refused: a day to come, a contribution that is settled.</summary>
[Access(Right.CaseActForFirm)]
public sealed record RecordPayment(CaseId CaseId, Guid Contribution, long? Cents, DateOnly? PaidOn, string? Remark) : ICommand<PaymentRecorded>, IUndoable, IChecked
{
    private const int _longest = 1000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Cents is null or <= 0)
        {
            yield return IncubationRefusals.AmountWrong;
        }

        if (PaidOn is null)
        {
            yield return IncubationRefusals.DayMissing("paid-on");
        }

        if (Remark?.Length > _longest)
        {
            yield return IncubationRefusals.TooLong(_longest, "remark");
        }
    }
}

/// <param name="LeftCents">What is still due; zero when it is settled, null where nobody knows how much was due.</param>
public sealed record PaymentRecorded(long? LeftCents);

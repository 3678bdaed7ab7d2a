using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.Milestones;

/// <summary>Puts a step of the common programme on the desk's list by a day. Refused: a day that has passed, no incubation.</summary>
[Access(Right.CaseManage)]
public sealed record PlanMilestone(CaseId CaseId, string? Title, DateOnly? DueOn) : ICommand<Guid>, ICaseRequest, IChecked
{
    private const int _longest = 200;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Title))
        {
            yield return IncubationRefusals.TitleMissing;
        }

        if (Title?.Length > _longest)
        {
            yield return IncubationRefusals.TooLong(_longest, "title");
        }

        if (DueOn is null)
        {
            yield return IncubationRefusals.DayMissing("due-on");
        }
    }
}

/// <summary>The step was reached, and what came of it. Refused: reached already, a day to come.</summary>
[Access(Right.CaseManage)]
public sealed record ReachMilestone(CaseId CaseId, Guid Milestone, DateOnly? DoneOn, string? Outcome) : ICommand<Done>, IUndoable, IChecked
{
    private const int _longest = 2000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (DoneOn is null)
        {
            yield return IncubationRefusals.DayMissing("done-on");
        }

        if (Outcome?.Length > _longest)
        {
            yield return IncubationRefusals.TooLong(_longest, "outcome");
        }
    }
}

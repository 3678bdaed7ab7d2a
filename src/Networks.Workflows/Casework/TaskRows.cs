using Networks.Data;
using Networks.Data.Casework;
using Networks.Data.Duties;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>A day that needs nothing yet.</summary>
public sealed record ComingDay(DateOnly Day, CaseId CaseId, string Network);

/// <summary>One desk's worklist from the facts of its cases.</summary>
internal sealed class TaskRows(CaseFacts facts, AssociationId desk, DateOnly today)
{
    /// <summary>Duties of law show this long before their day, in calendar days: half a year of preparing is usual for none.</summary>
    private const int LawHorizonDays = 120;

    /// <summary>Duties of the contract show a month before.</summary>
    private const int ContractHorizonDays = 30;

    public IReadOnlyList<TaskRow> Of(IReadOnlyList<NextStep> steps)
    {
        var rows = new List<TaskRow>();
        foreach (var fact in facts.Cases.Values)
        {
            var items = facts.Items[fact.Id].Where(i => i.DeskId == desk || fact.OwnerId == desk).ToList();
            var outside = items.Where(IsOutside).ToList();
            rows.AddRange(items.Except(outside).Select(i => Row(i, GroupOf(i))));
            rows.AddRange(SilentRows.Of(facts, fact, desk, outside, today));
        }

        rows.AddRange(steps.Where(s => s.DueOn <= today).Select(Row));
        return InOrder(rows);
    }

    /// <summary>Group by group; inside a group consequence first, then the day, then the age.</summary>
    public static IReadOnlyList<TaskRow> InOrder(IEnumerable<TaskRow> rows) =>
        [.. rows.OrderBy(r => r.Group).ThenByDescending(r => r.Decisive).ThenBy(r => r.DueOn ?? DateOnly.MaxValue).ThenBy(r => r.Since)];

    /// <summary>What other desks have to do in cases that this desk does not lead: to be read, not to be done here.</summary>
    /// <param name="readable">Cases that the person may read; of the others it learns nothing.</param>
    /// <param name="desks">Names of the desks.</param>
    public IReadOnlyList<TaskRow> OfOthers(IReadOnlyCollection<CaseId> readable, IReadOnlyDictionary<AssociationId, string> desks) =>
    [
        .. from fact in facts.Cases.Values
           where fact.OwnerId != desk && readable.Contains(fact.Id)
           from item in facts.Items[fact.Id]
           where item.DeskId != desk && desks.ContainsKey(item.DeskId)
           let row = Row(item, TaskGroup.Waiting)
           orderby row.Decisive descending, row.DueOn ?? DateOnly.MaxValue, row.Since
           select row with { Task = "other-desk", Decisive = false, Sentence = TaskSentence.Of(
               "other-desk", desk: desks[item.DeskId], days: BusinessCalendar.WorkingDaysBetween(BusinessCalendar.DayOf(item.OpenedAt), today), words: row.Sentence.What) },
    ];

    /// <summary>The nearest day that needs nothing yet.</summary>
    public ComingDay? Coming(IReadOnlyList<TaskRow> rows, IReadOnlyList<NextStep> steps) => rows
        .Where(r => r.Group == TaskGroup.Waiting && r.DueOn >= today)
        .Select(r => new ComingDay(r.DueOn!.Value, r.CaseId, r.Network))
        .Concat(steps.Where(s => s.DueOn > today).Select(s => new ComingDay(s.DueOn, s.CaseId, facts.Cases[s.CaseId].Network)))
        .MinBy(c => c.Day);

    /// <summary>Whether somebody outside this desk has the turn. What a chamber said is recorded by whoever learns it.</summary>
    private bool IsOutside(WorkItem item) =>
        item.WaitsFor != WaitsFor.Chamber && (item.DeskId != desk || item.WaitsFor is WaitsFor.Firm or WaitsFor.Notary);

    private TaskGroup GroupOf(WorkItem item) => item.Name switch
    {
        TaskWords.FulfilDuty => GroupOfDuty(facts.Duties[item.SubjectId]),
        TaskWords.RecordOutcome => TaskGroup.Registrations,
        TaskWords.MendMail => TaskGroup.Mail,
        TaskWords.AnswerObjection or TaskWords.CallFirm or TaskWords.SeeToAnswer => TaskGroup.Answers,
        TaskWords.ReachMilestone or TaskWords.CollectContribution when item.DueOn > today.AddDays(ContractHorizonDays) => TaskGroup.Waiting,
        _ => TaskSentences.Of(facts, item, today).Key is "prepare-text-agreed" or "complete-intake-answered" ? TaskGroup.Answers : TaskGroup.Mine,
    };

    private TaskGroup GroupOfDuty(Duty duty) => duty.Source switch
    {
        DutySource.Law => duty.DueOn <= today.AddDays(LawHorizonDays) ? TaskGroup.ByLaw : TaskGroup.Waiting,
        DutySource.Contract => duty.DueOn <= today.AddDays(ContractHorizonDays) ? TaskGroup.Mine : TaskGroup.Waiting,
    };

    private TaskRow Row(WorkItem item, TaskGroup group)
    {
        var fact = facts.Cases[item.CaseId];
        return new TaskRow($"row-{item.Id.Value:N}", group, item.CaseId, fact.Network, item.Name, item.SubjectId, facts.ParticipantOf(item),
            TaskSentences.Of(facts, item, today), item.DueOn, DaysTo(item.DueOn), Decides.Effect(facts, item), item.OpenedAt)
        {
            Item = item.Id.Value,
            InHandOf = item.InHandOf,
            InHand = item.InHandOf is { } officer ? facts.InHand[officer] : null,
        };
    }

    private TaskRow Row(NextStep step)
    {
        var sentence = TaskSentence.Of("next-step", day: step.DueOn, words: step.Text);
        return new TaskRow($"row-{step.Id:N}", TaskGroup.Mine, step.CaseId, facts.Cases[step.CaseId].Network, "next-step", step.Id,
            step.ParticipantId?.Value, sentence, step.DueOn, DaysTo(step.DueOn), Decisive: false, BusinessCalendar.EndOfDay(step.DueOn));
    }

    private int? DaysTo(DateOnly? day) => day is { } due ? BusinessCalendar.WorkingDaysBetween(today, due) : null;
}

using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Engine.Moving;

/// <summary>A move in the making: what was open before, what the move did, and both told at its end.</summary>
internal sealed class MoveRows(ProcessRun run, OpenRows before, StepChange change)
{
    private readonly List<(MoveEffectKind Kind, string Step, Guid Subject, DateOnly? Day)> _wakes = [];

    public OpenRows Before => before;

    public StepChange Change => change;

    public List<AutomaticStep> MadeUp { get; } = [];

    /// <summary>A task that was only passed by: it is open again, with the day and the hands that it had.</summary>
    public void Reopened(WorkItem closed)
    {
        if (AgainOf(closed) is { } again)
        {
            again.DueOn = closed.DueOn;
            again.InHandOf = closed.InHandOf;
        }
    }

    /// <summary>Reminders and last days of what stays open, where the new version has other ones.</summary>
    public async Task WakeAsync(Flow flow, CancellationToken cancellationToken)
    {
        foreach (var item in before.Items.Where(i => i.IsOpen))
        {
            var (old, now) = ((change.Before(item.Path) as TaskStep)?.Reminders, (change.PlaceOf(item.Path) as TaskStep)?.Reminders);
            if (old is null && now is not null)
            {
                flow.Schedule.Reminder(item, now.After);
                _wakes.Add((MoveEffectKind.Reminded, item.Name, item.SubjectId, BusinessCalendar.DayOf(run.PendingTimers.Last(t => t.ItemId == item.Id).DueAt)));
            }
            else if (old is not null && now is null)
            {
                run.DropTimersOf(item);
                _wakes.Add((MoveEffectKind.Unreminded, item.Name, item.SubjectId, null));
            }
        }

        foreach (var scope in before.Scopes.Where(s => s.Status == ScopeStatus.Open))
        {
            if (change.PlaceOf(scope.Path) is ForEachStep now && change.Before(scope.Path) is ForEachStep old && old.WakesAtDeadline != now.WakesAtDeadline)
            {
                await DeadlineAsync(now, scope, flow, cancellationToken);
            }
        }
    }

    /// <summary>In the order of the kinds, then of the procedure.</summary>
    public IReadOnlyList<MoveEffect> Effects(IReadOnlyCollection<OutboxMessage> mails, IReadOnlyDictionary<Guid, SubjectName> names)
    {
        var after = OpenRows.Of(run);
        var places = before.Places.ToList();
        var kept = before.Items.Where(i => i.IsOpen || AgainOf(i) is not null).ToList();
        var asked = after.Items.Except(before.Items).Where(i => !kept.Exists(k => IsSame(k, i))).ToList();
        List<MoveEffect> effects =
        [
            .. asked.Select(i => new MoveEffect(MoveEffectKind.Asked, i.Name, About(i.SubjectId))),
            .. before.Items.Where(i => !i.IsOpen && AgainOf(i) is null).Select(i => new MoveEffect(MoveEffectKind.Later, i.Name, About(i.SubjectId))),
            .. MadeUp.Select(s => new MoveEffect(MoveEffectKind.MadeUp, s.Name, null)),
            .. _wakes.Select(w => new MoveEffect(w.Kind, w.Step, About(w.Subject), w.Day)),
            .. mails.Select(m => new MoveEffect(MoveEffectKind.Mail, "", About(m.ParticipantId?.Value ?? Guid.Empty), To: m.To)),
            .. kept.Select(i => new MoveEffect(MoveEffectKind.Kept, i.Name, About(i.SubjectId))),
            .. change.Added.Where(s => !asked.Exists(i => i.Path == s.Path) && !MadeUp.Contains(s)).Select(s => new MoveEffect(PlaceOnTheWay(s, places), s.Name, null)),
            .. change.Gone.Select(s => new MoveEffect(MoveEffectKind.Gone, s.Name, null)),
        ];
        return [.. effects.OrderBy(e => e.Kind).ThenBy(e => e.Step, StringComparer.Ordinal).ThenBy(e => e.About?.Text, StringComparer.Ordinal)];

        SubjectName? About(Guid subject) => names.GetValueOrDefault(subject);
    }

    public MovedRows Kept(IReadOnlyCollection<OutboxMessage> mails)
    {
        var after = OpenRows.Of(run);
        return new MovedRows(
            MovedRows.StandingOf(run),
            [.. after.Items.Except(before.Items).Select(i => i.Id.Value)],
            [.. before.Items.Where(i => !i.IsOpen).Select(i => i.Id.Value)],
            [.. after.Scopes.Except(before.Scopes).Select(s => s.Id)],
            [.. after.Timers.Except(before.Timers).Select(t => t.Id)],
            [.. before.Timers.Where(t => t.Status != TimerStatus.Pending).Select(t => t.Id)],
            [.. mails.Select(m => m.Id)],
            [.. MadeUp.Select(s => s.Path)]);
    }

    private MoveEffectKind PlaceOnTheWay(Step step, List<string> places) =>
        !change.IsBehind(step, places) ? MoveEffectKind.Ahead
        : StepChange.IsRepeated(step, places) ? MoveEffectKind.IfRepeated
        : MoveEffectKind.Passed;

    private async Task DeadlineAsync(ForEachStep now, Scope scope, Flow flow, CancellationToken cancellationToken)
    {
        if (!now.WakesAtDeadline)
        {
            foreach (var timer in run.PendingTimers.Where(t => t.ScopeId == scope.Id && t.Kind == TimerKind.Deadline).ToList())
            {
                timer.Status = TimerStatus.Dropped;
            }

            _wakes.Add((MoveEffectKind.NoDeadline, now.Name, Guid.Empty, null));
        }
        else if (now.Deadline is { } rule && await rule(await flow.ContextAsync(Guid.Empty, cancellationToken), cancellationToken) is { } lastDay)
        {
            flow.Schedule.Deadline(now, scope, lastDay);
            _wakes.Add((MoveEffectKind.Deadline, now.Name, Guid.Empty, lastDay));
        }
    }

    private WorkItem? AgainOf(WorkItem closed) => closed.IsOpen ? null : run.OpenItems.FirstOrDefault(i => i != closed && IsSame(i, closed));

    private static bool IsSame(WorkItem one, WorkItem other) => one.Path == other.Path && one.SubjectId == other.SubjectId && one.ScopeId == other.ScopeId;
}

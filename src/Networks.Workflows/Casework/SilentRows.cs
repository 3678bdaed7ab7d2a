using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>
/// Tasks that somebody outside the desk has: to chase when the silence is longer than usual, else waiting within their
/// time. One row a network and kind of task, however many firms there are.
/// </summary>
internal static class SilentRows
{
    /// <summary>Working days of silence after which a firm is chased; the reminders of the process begin with the same.</summary>
    public const int SilentAfterDays = 5;

    /// <summary>Working days that a firm is left in peace after any mail of the case.</summary>
    public const int PeaceAfterMailDays = 3;

    public static IEnumerable<TaskRow> Of(CaseFacts facts, CaseFact fact, AssociationId desk, IReadOnlyList<WorkItem> outside, DateOnly today)
    {
        // A task of another desk belongs to that desk's row; a firm's own decision to the round's, whoever follows the firm.
        foreach (var kind in outside.GroupBy(i => (i.Name, Desk: fact.OwnerId == desk && i.ParticipantId is not null ? desk : i.DeskId)))
        {
            var late = kind.Where(i => IsLate(facts, i, today)).ToList();
            if (late.Count > 0)
            {
                yield return Row(facts, fact, desk, late, kind.Count(), TaskGroup.Silent, today);
            }

            var inTime = kind.Except(late).ToList();
            if (inTime.Count > 0)
            {
                // Signed files come to the desk any day: its row is there from the first one on, and not only when they are late.
                var brought = late.Count == 0 && kind.Key.Name == TaskWords.UploadSigned && kind.Key.Desk == desk;
                yield return Row(facts, fact, desk, inTime, kind.Count(), brought ? TaskGroup.Mine : TaskGroup.Waiting, today);
            }
        }
    }

    private static bool IsLate(CaseFacts facts, WorkItem item, DateOnly today)
    {
        var silent = DaysSince(item.OpenedAt, today) >= SilentAfterDays || item.DueOn < today;
        var peace = item.ParticipantId is { } firm && facts.LastMails.TryGetValue(firm, out var last) && DaysSince(last, today) < PeaceAfterMailDays;
        return silent && !peace;
    }

    private static TaskRow Row(CaseFacts facts, CaseFact fact, AssociationId desk, List<WorkItem> items, int open, TaskGroup group, DateOnly today)
    {
        var first = items.MinBy(i => i.OpenedAt)!;
        var key = group switch
        {
            TaskGroup.Waiting => WaitingKeyOf(first),
            TaskGroup.Mine => "signed-to-upload",
            _ => KeyOf(fact, desk, first),
        };
        var name = facts.SubjectName(first.SubjectId, fact.Id);
        var asked = first.ParticipantId is not null && facts.Rounds.TryGetValue(fact.Id, out var round) ? round.Answers.Count(a => !a.HasLeft) : open;
        var due = items.Min(i => i.DueOn);
        var sentence = TaskSentence.Of(items.Count == 1 ? $"{key}-one" : key, name, desk: DeskName(facts, first), count: items.Count, of: asked,
            days: DaysSince(first.OpenedAt, today), day: LastMail(facts, items) ?? BusinessCalendar.DayOf(first.OpenedAt));
        return new TaskRow($"row-{first.Id.Value:N}", group, fact.Id, fact.Network, key, items.Count == 1 ? first.SubjectId : Guid.Empty,
            items.Count == 1 ? facts.ParticipantOf(first) : null, sentence, due,
            due is { } day ? BusinessCalendar.WorkingDaysBetween(today, day) : null, Decisive: Decides.Effect(facts, first), first.OpenedAt);
    }

    /// <summary>What the desk can do about it: only the desk that leads the case writes to the firms.</summary>
    private static string KeyOf(CaseFact fact, AssociationId desk, WorkItem item) => item switch
    {
        { ParticipantId: not null } => fact.OwnerId == desk ? "silent-firms" : "silent-own-firms",
        { Name: TaskWords.UploadSigned } when item.DeskId == desk => "signatures-missing",
        { Name: TaskWords.RecordDeed } => "deed-missing",
        _ => "silent-desk",
    };

    private static string WaitingKeyOf(WorkItem item) => item.WaitsFor switch
    {
        WaitsFor.Firm => item.ParticipantId is not null ? "waiting-firms" : "waiting-signatures",
        WaitsFor.Notary => "waiting-notary",
        WaitsFor.OwnDesk or WaitsFor.OtherDesk or WaitsFor.Chamber => "waiting-desk",
    };

    private static string DeskName(CaseFacts facts, WorkItem item) => facts.ParticipantOf(item) is { } id ? facts.Firms[id].Desk : "";

    private static DateOnly? LastMail(CaseFacts facts, List<WorkItem> items)
    {
        var mails = items.Where(i => i.ParticipantId is { } firm && facts.LastMails.ContainsKey(firm)).Select(i => facts.LastMails[i.ParticipantId!.Value]).ToList();
        return mails.Count == 0 ? null : BusinessCalendar.DayOf(mails.Max());
    }

    private static int DaysSince(DateTimeOffset instant, DateOnly today) =>
        BusinessCalendar.WorkingDaysBetween(BusinessCalendar.DayOf(instant), today);
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Discovery;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>What other desks ask of a desk, and what they answered to it: lines of the worklist that belong to no task of a procedure.</summary>
internal static class RequestRows
{
    /// <summary>Another desk wants to know a firm of this one.</summary>
    public const string AnswerIntroduction = "answer-introduction";
    public const string Introduced = "introduction-introduced";
    public const string Declined = "introduction-declined";
    public const string Ended = "introduction-ended";
    public const string AnswerNeed = "answer-need";
    public const string NeedAnswered = "need-answered";
    public const string ChooseTime = "choose-meeting";
    public const string TellMeeting = "tell-meeting";

    /// <summary>What firms of the desk allowed is about to end, and they have not been asked to renew it.</summary>
    public const string PermissionsEnd = "permissions-end";

    /// <summary>Calendar days before the first of them.</summary>
    private const int Soon = 14;

    /// <summary>Seven statements at most.</summary>
    public static async Task<IReadOnlyList<TaskRow>> LoadAsync(NetworksDbContext db, AssociationId desk, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (desk == default)
        {
            return [];
        }

        return [.. await IntroductionsAsync(db, desk, today, cancellationToken), .. await MeetingsAsync(db, desk, now, cancellationToken), .. await NeedsAsync(db, desk, today, cancellationToken), .. await PermissionsAsync(db, desk, today, cancellationToken)];
    }

    private static async Task<IEnumerable<TaskRow>> IntroductionsAsync(NetworksDbContext db, AssociationId desk, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from i in db.Introductions.AsNoTracking()
            where (i.HoldingDesk == desk && i.Status == IntroductionStatus.WithDesk && i.LastDay >= today)
                || (i.AskingDesk == desk && i.SeenOn == null && i.Outcome == null && i.Status != IntroductionStatus.WithDesk && i.Status != IntroductionStatus.WithFirm)
            where !db.Meetings.Any(m => m.IntroductionId == i.Id && m.Status != MeetingStatus.Cancelled)
            join c in db.Cases on i.CaseId equals c.Id
            join f in db.Firms on i.FirmId equals f.Id
            join n in db.EnterpriseNetworks on i.CaseId equals n.CaseId
            join asking in db.Associations on i.AskingDesk equals asking.Id
            join holding in db.Associations on i.HoldingDesk equals holding.Id
            select new { Introduction = i, Firm = f.Name, c.Need, n.Name, Asking = asking.DeskName, Holding = holding.DeskName }).ToListAsync(cancellationToken);
        return found.Select(x =>
        {
            var i = x.Introduction;
            return i.Status switch
            {
                IntroductionStatus.WithDesk => Row(AnswerIntroduction, TaskGroup.Mine, i.CaseId, x.Asking, i.Id, i.AskedOn, i.LastDay, today, TaskSentence.Of(AnswerIntroduction, x.Firm, desk: x.Asking, day: i.LastDay, words: CaseNeed.Say(x.Need))),
                IntroductionStatus.Introduced => Row(Introduced, TaskGroup.Answers, i.CaseId, x.Name, i.Id, i.FirmAnsweredOn ?? i.AskedOn, null, today, TaskSentence.Of(Introduced, x.Firm, desk: x.Holding, day: i.FirmAnsweredOn)),
                IntroductionStatus.Ended => Row(Ended, TaskGroup.Answers, i.CaseId, x.Name, i.Id, i.EndedOn ?? i.AskedOn, null, today, TaskSentence.Of(Ended, day: i.EndedOn)),
                _ => Row(Declined, TaskGroup.Answers, i.CaseId, x.Name, i.Id, i.FirmAnsweredOn ?? i.DeskAnsweredOn ?? i.AskedOn, null, today,
                    TaskSentence.Of(Declined, day: i.FirmAnsweredOn ?? i.DeskAnsweredOn, words: i.Status == IntroductionStatus.DeclinedByDesk ? i.Reason : null)),
            };
        });
    }

    private static async Task<IEnumerable<TaskRow>> MeetingsAsync(NetworksDbContext db, AssociationId desk, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await (
            from m in db.Meetings.AsNoTracking()
            join i in db.Introductions on m.IntroductionId equals i.Id
            where (i.HoldingDesk == desk && m.Status == MeetingStatus.Proposed) || (i.AskingDesk == desk && i.Outcome == null && m.Status == MeetingStatus.Fixed && m.StartsAt < now)
            join f in db.Firms on i.FirmId equals f.Id
            join n in db.EnterpriseNetworks on i.CaseId equals n.CaseId
            select new { Meeting = m, i.Id, Firm = f.Name, n.Name }).ToListAsync(cancellationToken);
        return found.Select(x =>
        {
            var m = x.Meeting;
            var word = m.Status == MeetingStatus.Proposed ? ChooseTime : TellMeeting;
            var day = BusinessCalendar.DayOf(m.StartsAt ?? m.Slots[0]);
            return Row(word, TaskGroup.Mine, m.CaseId, x.Name, x.Id, m.ProposedOn, word == ChooseTime ? day : null, BusinessCalendar.DayOf(now), TaskSentence.Of(word, x.Firm, day: day, words: m.Place));
        });
    }

    private static async Task<IEnumerable<TaskRow>> NeedsAsync(NetworksDbContext db, AssociationId desk, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await (
            from n in db.NeedCalls.AsNoTracking()
            where n.ClosedOn == null && n.LastDay >= today
            join c in db.Cases on n.CaseId equals c.Id
            where db.Associations.Any(a => a.Id == desk && a.ProgrammeId == c.ProgrammeId && a.Kind == AssociationKind.Desk)
            let answers = db.NeedReplies.Where(r => r.NeedId == n.Id).Select(r => r.DeskId).Distinct().Count()
            let others = db.Associations.Count(a => a.ProgrammeId == c.ProgrammeId && a.Kind == AssociationKind.Desk && a.Id != n.AskingDesk && db.Officers.Any(o => o.AssociationId == a.Id && !o.IsDisabled))
            where (n.AskingDesk == desk && answers >= others) || (n.AskingDesk != desk && !db.NeedReplies.Any(r => r.NeedId == n.Id && r.DeskId == desk))
            join network in db.EnterpriseNetworks on n.CaseId equals network.CaseId
            join asking in db.Associations on n.AskingDesk equals asking.Id
            select new { Need = n, network.Name, Asking = asking.DeskName, Others = others, Firms = db.NeedReplies.Count(r => r.NeedId == n.Id && r.IntroductionId != null) }).ToListAsync(cancellationToken);
        return found.Select(x => x.Need.AskingDesk == desk
            ? Row(NeedAnswered, TaskGroup.Answers, x.Need.CaseId, x.Name, x.Need.Id, x.Need.SentOn, null, today, TaskSentence.Of(NeedAnswered, count: x.Firms, of: x.Others, words: x.Need.Text))
            : Row(AnswerNeed, TaskGroup.Mine, x.Need.CaseId, x.Asking, x.Need.Id, x.Need.SentOn, x.Need.LastDay, today, TaskSentence.Of(AnswerNeed, desk: x.Asking, day: x.Need.LastDay, words: x.Need.Text)));
    }

    private static async Task<IEnumerable<TaskRow>> PermissionsAsync(NetworksDbContext db, AssociationId desk, DateOnly today, CancellationToken cancellationToken)
    {
        var ending = (await EndingPermissions.LoadAsync(db, desk, today, cancellationToken)).Where(e => e.Until >= today && e.Until <= today.AddDays(Soon)).ToList();
        List<FirmId> firms = [.. ending.Select(e => e.Firm).Distinct()];
        var asked = firms.Count == 0 ? [] : await db.FirmPages.AsNoTracking().Where(p => firms.Contains(p.FirmId) && p.LastDay >= today).Select(p => p.FirmId).ToListAsync(cancellationToken);
        ending.RemoveAll(e => asked.Contains(e.Firm));
        return ending.Count == 0 ? [] :
        [
            Row(PermissionsEnd, TaskGroup.Mine, default, Words.Say("work.permissions-end-head"), desk.Value, today, ending[0].Until, today,
                TaskSentence.Of(PermissionsEnd, count: ending.Select(e => e.Firm).Distinct().Count(), day: ending[0].Until)),
        ];
    }

    private static TaskRow Row(string word, TaskGroup group, CaseId caseId, string head, Guid subject, DateOnly since, DateOnly? due, DateOnly today, TaskSentence sentence) => new(
        $"row-{subject:N}", group, caseId, head, word, subject, null, sentence, due, due is { } day ? BusinessCalendar.WorkingDaysBetween(today, day) : null, Decisive: false, BusinessCalendar.EndOfDay(since));
}

using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework;

/// <summary>The sentence of one open task, finer where its circumstances change what is to be done.</summary>
internal static class TaskSentences
{
    public static TaskSentence Of(CaseFacts facts, WorkItem item, DateOnly today)
    {
        var days = BusinessCalendar.WorkingDaysBetween(BusinessCalendar.DayOf(item.OpenedAt), today);
        var name = facts.SubjectName(item.SubjectId, item.CaseId);
        var desk = facts.ParticipantOf(item) is { } id ? facts.Firms[id].Desk : "";
        return item.Name switch
        {
            TaskWords.CompleteIntake => Intake(facts, item, days),
            TaskWords.PrepareText => Text(facts, item, days),
            TaskWords.DecideOnSilence => Silence(facts, item, days),
            TaskWords.AnswerObjection or TaskWords.CallFirm => Answer(facts, item, name, desk, days),
            TaskWords.SendFiling or TaskWords.RecordOutcome => OfFiling(facts, item, name, desk, days),
            TaskWords.FulfilDuty => OfDuty(facts, item, days),
            TaskWords.RecordDocument or TaskWords.SettleLine or TaskWords.VoteOnChange => OfChange(facts, item, name, days),
            TaskWords.MendMail => OfMail(facts, item, name, desk),
            TaskWords.ReachMilestone => TaskSentence.Of(item.Name, facts.Life.Milestones.GetValueOrDefault(item.SubjectId)?.Title ?? name, days: days, day: item.DueOn),
            TaskWords.CollectContribution => TaskSentence.Of(item.Name, name, desk: desk, days: days, day: item.DueOn, words: facts.Life.AmountOf(item.SubjectId)),
            TaskWords.SeeToAnswer => TaskSentence.Of(item.Name, name, desk: desk, days: days, day: BusinessCalendar.DayOf(item.OpenedAt), words: facts.Life.BadOf(item.SubjectId)),
            _ => TaskSentence.Of(item.Name, name, desk: desk, days: days, day: item.DueOn),
        };
    }

    private static TaskSentence Intake(CaseFacts facts, WorkItem item, int days)
    {
        var firms = facts.Firms.Values.Where(f => f.CaseId == item.CaseId).ToList();
        var asked = firms.Count(f => f.DeskId != facts.Cases[item.CaseId].OwnerId);
        return TaskSentence.Of(asked > 0 ? "complete-intake-answered" : item.Name, count: firms.Count(f => f.Status == ParticipantStatus.Active), of: asked, days: days);
    }

    private static TaskSentence Text(CaseFacts facts, WorkItem item, int days)
    {
        facts.Rounds.TryGetValue(item.CaseId, out var round);
        var key = round switch
        {
            null => item.Name,
            { Status: RoundStatus.Superseded } => "prepare-text-again",
            { ApprovedByAll: true } => "prepare-text-agreed",
            _ => "prepare-text-answered",
        };
        return TaskSentence.Of(key, count: round?.Answers.Count(a => a.Decision == FirmDecision.Approved) ?? 0, of: round?.Answers.Count(a => !a.HasLeft) ?? 0, days: days);
    }

    private static TaskSentence Silence(CaseFacts facts, WorkItem item, int days)
    {
        var asked = facts.Rounds.TryGetValue(item.CaseId, out var round) ? round.Answers.Where(a => !a.HasLeft).ToList() : [];
        var silent = asked.Count(a => a.Decision == FirmDecision.None);
        return TaskSentence.Of(item.Name, count: silent, of: asked.Count, days: days, day: round?.LastDay);
    }

    private static TaskSentence Answer(CaseFacts facts, WorkItem item, string name, string desk, int days)
    {
        var answer = facts.Rounds.TryGetValue(item.CaseId, out var round) ? round.AnswerOf(new(item.SubjectId)) : null;
        var key = item.Name == TaskWords.AnswerObjection && answer?.Clause is null ? "answer-objection-whole" : item.Name;
        return TaskSentence.Of(key, name, desk: desk, days: days, day: BusinessCalendar.DayOf(item.OpenedAt), words: answer?.Clause ?? answer?.Remark);
    }

    private static TaskSentence OfFiling(CaseFacts facts, WorkItem item, string name, string desk, int days)
    {
        var filing = facts.Filings[item.SubjectId];
        var chamber = Chambers.Find(filing.ChamberCode)?.Name ?? filing.ChamberCode;
        var key = (item.Name, filing.Status) switch
        {
            (TaskWords.SendFiling, _) when filing.DutyId is not null => "send-statement-again",
            (TaskWords.RecordOutcome, _) when filing.DutyId is not null => "record-outcome-statement",
            (TaskWords.SendFiling, FilingStatus.Suspended) => "send-filing-suspended",
            (TaskWords.SendFiling, FilingStatus.Rejected) => "send-filing-rejected",
            (TaskWords.RecordOutcome, _) when IsLast(facts, filing) => "record-outcome-last",
            var (task, _) => task,
        };
        var words = key.StartsWith(TaskWords.RecordOutcome, StringComparison.Ordinal) ? filing.ProtocolNumber : filing.Reason;
        return TaskSentence.Of(key, name, chamber, desk, days: days, day: filing.SentOn, words: words);
    }

    private static TaskSentence OfDuty(CaseFacts facts, WorkItem item, int days)
    {
        var duty = facts.Duties[item.SubjectId];
        var name = Words.Say($"follow-up.duty-{duty.Kind}");
        if (facts.Filings.Values.FirstOrDefault(f => f.DutyId == duty.Id) is { } filing)
        {
            return TaskSentence.Of("fulfil-duty-sent", name, Chambers.Find(filing.ChamberCode)?.Name ?? filing.ChamberCode, days: days, day: filing.SentOn, words: filing.ProtocolNumber);
        }

        return TaskSentence.Of(duty.IsToVerify ? "fulfil-duty-to-verify" : item.Name, name, days: days, day: duty.DueOn, words: duty.Citation);
    }

    private static TaskSentence OfChange(CaseFacts facts, WorkItem item, string name, int days)
    {
        var change = facts.Changes[item.SubjectId];
        var key = item.Name == TaskWords.RecordDocument ? $"{item.Name}-{change.Kind}" : item.Name;
        return TaskSentence.Of(key, name, days: days, day: item.DueOn, words: change.Line);
    }

    private static TaskSentence OfMail(CaseFacts facts, WorkItem item, string name, string desk)
    {
        var firm = facts.ParticipantOf(item);
        var mail = facts.FailedMails[item.CaseId].LastOrDefault(m => m.ParticipantId?.Value == firm);
        return TaskSentence.Of(firm is null ? "mail-failed-officer" : "mail-failed", name, desk: desk,
            day: BusinessCalendar.DayOf(mail?.CreatedAt ?? item.OpenedAt), words: mail?.Error);
    }

    /// <summary>Whether the day of effect hangs on this filing alone.</summary>
    public static bool IsLast(CaseFacts facts, Filing filing) =>
        filing.IsFirst && facts.Filings.Values.Where(f => f.CaseId == filing.CaseId && f.IsFirst).All(f => f.Id == filing.Id || f.Status == FilingStatus.Entered);
}

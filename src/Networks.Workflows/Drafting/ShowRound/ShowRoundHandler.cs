using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Drafting.RecordAnswerOtherwise;
using Networks.Workflows.Drafting.RemindFirms;
using Networks.Workflows.Mail;

namespace Networks.Workflows.Drafting.ShowRound;

internal sealed class ShowRoundHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar, PublicAddress address, MailRules rules, TimeProvider clock)
    : IRequestHandler<ShowRound, Result<RoundView>>
{
    public async Task<Result<RoundView>> Handle(ShowRound request, CancellationToken cancellationToken)
    {
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var name = await db.EnterpriseNetworks.Where(n => n.CaseId == request.CaseId).Select(n => n.Name).FirstOrDefaultAsync(cancellationToken);
        var network = RoundMail.NameOf(@case, name);
        var mayManage = actor.Association == @case.OwnerId;
        if (await Rounds.NewestAsync(db, request.CaseId, cancellationToken) is not { } round)
        {
            return new RoundView(network, null, [], mayManage, 0);
        }

        var draft = await db.Drafts.SingleAsync(d => d.Id == round.DraftId, cancellationToken);
        var firms = await FirmsOfAsync(round, cancellationToken);
        var seen = await SeenAsync(round, firms, cancellationToken);
        var now = clock.GetUtcNow();
        var withdrawable = await db.Outbox.CountAsync(m => m.CaseId == request.CaseId && m.Kind == MailKinds.Reminder && m.Status == OutboxStatus.Queued && m.NotBefore > now && m.Attempts == 0, cancellationToken);
        return new RoundView(
            network,
            new RoundOnView(
                round.Id, round.Number, round.Kind, round.Status, round.LastDay, BusinessCalendar.WorkingDaysBetween(calendar.Today(), round.LastDay),
                calendar.IsOver(round.LastDay), draft.Number, round.Kind == RoundKind.Final ? draft.FrozenHash! : draft.TextHash, round.Message),
            [.. firms.Select(f => Row(f, round, draft, @case, network, seen))],
            mayManage,
            withdrawable);
    }

    private FirmInRound Row(RoundFirm firm, ApprovalRound round, Draft draft, Case @case, string network, Seen seen)
    {
        var id = firm.Participant.Id;
        var answer = round.AnswerOf(id)!;
        var mayAct = firm.IsOf(actor, @case.OwnerId);
        var task = seen.Tasks.Find(t => t.Name == DraftingSteps.DecideOnText && t.SubjectId == id.Value);
        var next = task is null ? null : seen.Timers.Find(t => t.ItemId == task.Id);
        var isSilent = answer.Decision == FirmDecision.None && round.Status == RoundStatus.Open;
        var mayRemind = isSilent && firm.Firm.Email is not null && !calendar.IsOver(round.LastDay) && seen.Counts[id].MayRemind;
        return new FirmInRound(
            id,
            firm.Firm.Name,
            firm.Desk.DeskName,
            mayAct,
            mayAct ? firm.Firm.ContactName : null,
            mayAct ? firm.Firm.Email : null,
            mayAct ? firm.Firm.Phone : null,
            answer.Decision,
            answer.HasLeft,
            answer.Decision == FirmDecision.None ? null : answer.AnsweredAt,
            isSilent ? BusinessCalendar.WorkingDaysBetween(BusinessCalendar.DayOf(task?.OpenedAt ?? round.OpenedAt), calendar.Today()) : 0,
            seen.Counts[id].Sent,
            seen.Counts[id].MailsThisWeek,
            mayRemind,
            next is null ? null : BusinessCalendar.DayOf(next.DueAt),
            answer.Clause,
            answer.Remark,
            answer.Decision == FirmDecision.None ? null : seen.Channels.GetValueOrDefault(id.Value.ToString()),
            isSilent && answer.AnsweredAt is not null ? answer.TypedName : null,
            seen.Tasks.Exists(t => t.Name == DraftingSteps.CallFirm && t.SubjectId == id.Value),
            mayRemind ? Preview(firm, round, draft, network) : null);
    }

    private string Preview(RoundFirm firm, ApprovalRound round, Draft draft, string network)
    {
        var link = address.FirmPage(Words.In(firm.Language, "drafting.preview-link")).OriginalString;
        var text = RoundMail.Reminder(firm, network, draft.Number, round.LastDay, link);
        return $"{text.Subject}\n\n{text.Body}";
    }

    private async Task<IReadOnlyList<RoundFirm>> FirmsOfAsync(ApprovalRound round, CancellationToken cancellationToken)
    {
        var rows = await (
            from participant in db.Participants
            where participant.CaseId == round.CaseId && participant.Status != ParticipantStatus.Proposed
            join firm in db.Firms on participant.FirmId equals firm.Id
            join desk in db.Associations on participant.DeskId equals desk.Id
            orderby participant.Order
            select new { participant, firm, desk }).ToListAsync(cancellationToken);
        return [.. rows.Where(r => round.AnswerOf(r.participant.Id) is not null).Select(r => new RoundFirm(r.participant, r.firm, r.desk))];
    }

    private async Task<Seen> SeenAsync(ApprovalRound round, IReadOnlyList<RoundFirm> firms, CancellationToken cancellationToken)
    {
        var tasks = await db.WorkItems.Where(i => i.CaseId == round.CaseId && i.Status == WorkItemStatus.Open).ToListAsync(cancellationToken);
        var timers = await db.Timers.Where(t => t.CaseId == round.CaseId && t.Status == TimerStatus.Pending && t.Kind == TimerKind.Reminder).ToListAsync(cancellationToken);
        var counts = await ReminderCount.OfAsync(db, round, firms, rules, clock.GetUtcNow(), cancellationToken);
        var openedAt = round.OpenedAt;
        var recorded = await db.CaseEvents
            .Where(e => e.CaseId == round.CaseId && e.RecordedAt >= openedAt && (e.Name == "drafting.answer-recorded" || e.Name == "drafting.text-approved" || e.Name == "drafting.clause-objected" || e.Name == "drafting.talk-asked"))
            .OrderBy(e => e.Number)
            .Select(e => e.Facts)
            .ToListAsync(cancellationToken);
        return new Seen(tasks, timers, counts, ChannelsOf(recorded));
    }

    // The newest answer decides by which way it came; the link leaves no mark.
    private static Dictionary<string, AnswerChannel?> ChannelsOf(List<IReadOnlyDictionary<string, string>> answers)
    {
        var channels = new Dictionary<string, AnswerChannel?>(StringComparer.Ordinal);
        foreach (var facts in answers)
        {
            channels[facts["participant"]] = facts.TryGetValue("channel", out var word) ? Enum.Parse<AnswerChannel>(word) : null;
        }

        return channels;
    }

    /// <summary>What is known around the answers.</summary>
    private sealed record Seen(
        List<WorkItem> Tasks, List<DueTimer> Timers, IReadOnlyDictionary<ParticipantId, ReminderCount> Counts, IReadOnlyDictionary<string, AnswerChannel?> Channels);
}

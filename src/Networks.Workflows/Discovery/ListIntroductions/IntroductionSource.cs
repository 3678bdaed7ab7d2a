using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListIntroductions;

/// <summary>An introduction with everything that either side may ever know of it.</summary>
internal sealed record IntroductionSource
{
    public required Introduction Introduction { get; init; }

    public required string Firm { get; init; }

    public required string Need { get; init; }

    public required string? Network { get; init; }

    public required string Asking { get; init; }

    public required string Holding { get; init; }

    public required string FirmNumber { get; init; }

    public required MeetingStatus? Meeting { get; init; }

    public required DateTimeOffset? MeetsAt { get; init; }

    public required ParticipantStatus? InCase { get; init; }

    public static IQueryable<IntroductionSource> Of(NetworksDbContext db, IActor actor) =>
        from i in db.Introductions.AsNoTracking()
        where i.AskingDesk == actor.Association || i.HoldingDesk == actor.Association
        join f in db.Firms on i.FirmId equals f.Id
        join c in db.Cases on i.CaseId equals c.Id
        join n in db.EnterpriseNetworks on i.CaseId equals n.CaseId
        join asking in db.Associations on i.AskingDesk equals asking.Id
        join holding in db.Associations on i.HoldingDesk equals holding.Id
        select new IntroductionSource
        {
            Introduction = i,
            Firm = f.Name,
            Need = db.NeedCalls.Where(x => x.Id == i.NeedId).Select(x => x.Text).FirstOrDefault() ?? c.Need,
            Network = n.Name,
            Asking = asking.DeskName,
            Holding = holding.DeskName,
            FirmNumber = f.TaxCode,
            Meeting = db.Meetings.Where(m => m.IntroductionId == i.Id && m.Status != MeetingStatus.Cancelled).OrderByDescending(m => m.Id).Select(m => (MeetingStatus?)m.Status).FirstOrDefault(),
            MeetsAt = db.Meetings.Where(m => m.IntroductionId == i.Id && m.Status != MeetingStatus.Cancelled).OrderByDescending(m => m.Id).Select(m => m.StartsAt).FirstOrDefault(),
            InCase = db.Participants.Where(p => p.CaseId == i.CaseId && p.FirmId == i.FirmId).OrderByDescending(p => p.Order).Select(p => (ParticipantStatus?)p.Status).FirstOrDefault(),
        };

    /// <summary>What the person's desk may know of it now.</summary>
    public IntroductionRow Row(IActor actor, BusinessCalendar calendar)
    {
        var i = Introduction;
        var mine = i.AskingDesk == actor.Association;
        var both = i.Status == IntroductionStatus.Introduced;
        var space = i.Card.IndexOf(' ', StringComparison.Ordinal);
        return new IntroductionRow(
            i.Id, i.CaseId, mine, !mine || both ? Firm : null, mine ? null : i.FirmId, Asking, !mine || both ? Holding : null, mine || both ? Network : null, Need, i.Message,
            space < 0 ? null : Card.Of(i.Card[..space], i.Card[(space + 1)..]), i.Status, i.AskedOn, i.DeskAnsweredOn, i.FirmAnsweredOn, i.EndedOn, i.LastDay,
            mine && i.Status == IntroductionStatus.DeclinedByFirm ? null : i.Reason,
            !mine && i.Status == IntroductionStatus.WithDesk && !calendar.IsOver(i.LastDay))
        {
            Outcome = i.Outcome ?? (both && InCase == ParticipantStatus.Active ? IntroductionOutcome.Joins : null),
            OutcomeReason = i.OutcomeReason,
            Meeting = both ? Meeting : null,
            MeetsAt = both ? MeetsAt : null,
            InCase = both ? InCase : null,
            FirmNumber = !mine || both ? FirmNumber : null,
        };
    }
}

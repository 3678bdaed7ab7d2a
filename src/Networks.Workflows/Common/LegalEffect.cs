using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Workflows.Mail;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Common;

/// <summary>The day of effect of a case as its filings say it, and what a correction of one of them changes.</summary>
public sealed class LegalEffect(
    NetworksDbContext db, CaseHistory history, EffectMail mail, FactBook book, BusinessCalendar calendar)
{
    /// <summary>Row of the history that says that a confirmed day has moved.</summary>
    public const string MovedEvent = "registration.effect-moved";

    /// <summary>The filings of the first registration, tracked: those of later changes never count for the day of effect.</summary>
    public Task<List<Filing>> FilingsAsync(CaseId caseId, CancellationToken cancellationToken) =>
        db.Filings.Where(f => f.CaseId == caseId && f.ChangeId == null && f.DutyId == null).ToListAsync(cancellationToken);

    /// <summary>The computed day; null while an entry that counts is missing.</summary>
    public async Task<DateOnly?> ComputeAsync(CaseId caseId, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == caseId, cancellationToken);
        var originals = await db.Participants
            .Where(p => p.CaseId == caseId && p.Kind == ParticipantKind.Original && (p.Status == ParticipantStatus.Active || p.Status == ParticipantStatus.Withdrawn))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        return network.Kind is { } kind && originals.Count > 0
            ? EffectDate.OfFilings(kind, await FilingsAsync(caseId, cancellationToken), originals)
            : null;
    }

    /// <summary>
    /// To be called after a date of the deed or of a filing was corrected. Where the day of effect had been confirmed and
    /// is now another, it moves, the history says why, open duties that are counted from it move too, and everybody who
    /// was told is told.
    /// </summary>
    /// <param name="correction">Number of the row that corrects.</param>
    /// <returns>The new day; null when it stays as it was, or was never confirmed.</returns>
    public async Task<DateOnly?> AfterCorrectionAsync(Case @case, int correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (@case.EffectOn is not { } before || @case.DeedOn is null
            || await ComputeAsync(@case.Id, cancellationToken) is not { } now || now == before)
        {
            return null;
        }

        var network = await db.EnterpriseNetworks.FirstAsync(n => n.CaseId == @case.Id, cancellationToken);
        await MoveDutiesAsync(@case, network, before, now, cancellationToken);
        @case.ConfirmEffect(now);
        history.Record(@case, MovedEvent, calendar.Today(), new Dictionary<string, string>
        {
            ["from"] = before.ToString("O", CultureInfo.InvariantCulture),
            ["to"] = now.ToString("O", CultureInfo.InvariantCulture),
        }, corrects: correction);
        await mail.QueueAsync(@case, network, EffectNews.Moved, now, cancellationToken);
        return now;
    }

    private async Task MoveDutiesAsync(Case @case, EnterpriseNetwork network, DateOnly before, DateOnly now, CancellationToken cancellationToken)
    {
        var (_, facts) = await book.OnAsync(@case.ProgrammeId, calendar.Today(), cancellationToken);
        var old = DutiesDue.First(FactsOf(before), facts);
        var fresh = DutiesDue.First(FactsOf(now), facts).ToDictionary(d => d.Kind, d => d.DueOn);
        var open = await db.Duties.Where(d => d.CaseId == @case.Id && d.DoneOn == null).ToListAsync(cancellationToken);
        db.TrackSeen(all: true);
        var items = await db.WorkItems.Where(i => i.CaseId == @case.Id && i.Status == Data.Work.WorkItemStatus.Open).ToListAsync(cancellationToken);
        foreach (var duty in open.Where(d => old.Any(o => o.Kind == d.Kind && o.DueOn == d.DueOn)))
        {
            duty.Move(fresh[duty.Kind]);
            foreach (var item in items.Where(i => i.SubjectId == duty.Id))
            {
                item.DueOn = duty.DueOn;
            }
        }

        DutyFacts FactsOf(DateOnly effect) => new(network.Kind!.Value, network.Terms, network.Fund, @case.DeedOn!.Value, effect);
    }
}

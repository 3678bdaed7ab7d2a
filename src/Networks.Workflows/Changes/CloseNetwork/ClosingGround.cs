using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Workflows.Common;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.CloseNetwork;

/// <summary>What stands in the way of an end, and whether its cause is borne out by the facts.</summary>
internal static class ClosingGround
{
    /// <summary>In the way whatever the cause; null when nothing is.</summary>
    public static async Task<Refusal?> ObstacleAsync(NetworksDbContext db, Case @case, CancellationToken cancellationToken)
    {
        if (@case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended)
        {
            return ChangeRefusals.CaseOver;
        }

        if (@case.Status != CaseStatus.InEffect)
        {
            return ChangeRefusals.NotInEffect;
        }

        var running = await db.NetworkChanges.AsNoTracking().Where(c => c.CaseId == @case.Id && c.Status == ChangeStatus.UnderWay).Select(c => c.Kind).ToListAsync(cancellationToken);
        if (running.Contains(ChangeKind.Closing))
        {
            return ChangeRefusals.ClosingUnderWay;
        }

        if (running.Count(k => k is ChangeKind.Accession or ChangeKind.Amendment) is var others and > 0)
        {
            return ChangeRefusals.OthersUnderWay(others);
        }

        return await OpenFilingsAsync(db, @case, null, cancellationToken) is var owed and > 0 ? ChangeRefusals.FilingsOpen(owed) : null;
    }

    /// <summary>
    /// Entries that a chamber still owes, of the first registration or of a change that counts, beside those of one change.
    /// A firm whose notice still runs is deleted with the others.
    /// </summary>
    public static Task<int> OpenFilingsAsync(NetworksDbContext db, Case @case, Guid? beside, CancellationToken cancellationToken) =>
        db.Filings.CountAsync(
            f => f.CaseId == @case.Id && f.Status != FilingStatus.Entered && (f.ChangeId == null || f.ChangeId != beside)
                && (f.ParticipantId == null || db.Participants.Any(p => p.Id == f.ParticipantId && p.Status != ParticipantStatus.Left))
                && !db.NetworkChanges.Any(c => c.Id == f.ChangeId && (c.Status == ChangeStatus.GivenUp
                    || (c.Status == ChangeStatus.UnderWay && db.Participants.Any(p => p.Id == c.ParticipantId && p.Status == ParticipantStatus.Active)))),
            cancellationToken);

    /// <summary>Why the facts do not bear a cause out on a day; null when they do.</summary>
    public static Refusal? Against(string cause, DateOnly? on, ContractTerms terms, DateOnly effectOn, int participants) => cause switch
    {
        ClosingCauses.TermOver => RenewalNotice.On(terms, effectOn, on!.Value) is not { } term ? ChangeRefusals.NoTerm
            : term.EndsOn > on ? ChangeRefusals.TermRuns(term.EndsOn)
            : null,
        ClosingCauses.BelowMinimum => MinimumParticipants.IsMet(participants, terms.MinimumParticipants)
            ? ChangeRefusals.EnoughFirms(participants, MinimumParticipants.Required(terms.MinimumParticipants))
            : null,
        _ => null,
    };

    public static string Proposed(ContractTerms terms, DateOnly? effectOn, int participants, DateOnly today) =>
        !MinimumParticipants.IsMet(participants, terms.MinimumParticipants) ? ClosingCauses.BelowMinimum
        : effectOn is { } effect && RenewalNotice.On(terms, effect, today) is { } term && term.EndsOn <= today ? ClosingCauses.TermOver
        : ClosingCauses.Agreement;
}

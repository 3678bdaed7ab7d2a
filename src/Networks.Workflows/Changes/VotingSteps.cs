using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reference;
using Networks.Data.Work;
using Networks.Workflows.Changes.AmendNetwork;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes;

/// <summary>What the participants decide on a change, and what follows from it. Named in process definitions.</summary>
public static class VotingSteps
{
    /// <summary>Working days for the participants' answer where nobody chose a day.</summary>
    private const int _usualDays = 10;

    /// <summary>The firm that accedes is another desk's, which has not answered yet.</summary>
    public static async Task<IReadOnlyList<Guid>> FirmToConfirm(StepContext context, CancellationToken cancellationToken) =>
        await FirmAsync(context, cancellationToken) is { Status: ParticipantStatus.Proposed } firm ? [firm.Id.Value] : [];

    public static async Task<bool> FirmAccedes(StepContext context, CancellationToken cancellationToken) =>
        await FirmAsync(context, cancellationToken) is { Status: ParticipantStatus.Acceding };

    /// <summary>By the contract's own rule: whoever may join freely needs no decision, and one that ends by law neither.</summary>
    public static async Task<bool> ParticipantsDecide(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        var terms = await context.Db.EnterpriseNetworks.Where(n => n.CaseId == context.Case.Id).Select(n => n.Terms).FirstAsync(cancellationToken);
        return change.Kind switch
        {
            ChangeKind.Accession => !terms.OpenAccession,
            ChangeKind.Closing => change.Cause == ClosingCauses.Agreement,
            ChangeKind.Amendment => Amendment.Of(change).NeedsVote,
            ChangeKind.Withdrawal => false,
        };
    }

    /// <summary>Every participant gets a link of its own; the secret stands in the mail alone.</summary>
    public static async Task AskParticipants(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        change.VoteLastDay ??= BusinessCalendar.AddWorkingDays(context.Calendar.Today(), _usualDays);
        await VoteMail.AskAsync(context, change, cancellationToken);
    }

    public static async Task<IReadOnlyList<Guid>> Voters(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.Db.ChangeVotes.Where(v => v.ChangeId == context.SubjectId && v.Yes == null).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The participant of the vote itself, by its mailed link.</summary>
    public static async Task<Assignment> VoterOfEach(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var firm = await context.Db.ChangeVotes.Where(v => v.Id == context.SubjectId)
            .Join(context.Db.Participants, v => v.ParticipantId, p => p.Id, (_, p) => new { p.Id, p.DeskId }).FirstAsync(cancellationToken);
        return new Assignment(firm.DeskId, firm.Id, WaitsFor.Firm);
    }

    /// <summary>Of the change around, or of the vote itself.</summary>
    public static async Task<DateOnly?> VoteLastDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await context.Db.NetworkChanges
            .Where(c => c.Id == context.SubjectId || context.Db.ChangeVotes.Any(v => v.Id == context.SubjectId && v.ChangeId == c.Id))
            .Select(c => c.VoteLastDay).FirstOrDefaultAsync(cancellationToken);
    }

    public static async Task CountVotes(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        var terms = await context.Db.EnterpriseNetworks.Where(n => n.CaseId == context.Case.Id).Select(n => n.Terms).FirstAsync(cancellationToken);
        // Who has left meanwhile decides nothing any more.
        var votes = await context.Db.ChangeVotes
            .Where(v => v.ChangeId == change.Id && context.Db.Participants.Any(p => p.Id == v.ParticipantId && p.Status == ParticipantStatus.Active)).ToListAsync(cancellationToken);
        var percent = change.Kind == ChangeKind.Amendment ? Quorum.OfAmendment(Amendment.Of(change).Parts, terms) : Quorum.Percent(change.Kind, terms);
        change.Decide(Quorum.IsReached(votes.Count(v => v.Yes == true), votes.Count, percent), context.Calendar.Today());
        await ChangeHistory.RecordAsync(context, change, change.Agreed == true ? "changes.agreed" : "changes.refused", context.Calendar.Today(), cancellationToken);
    }

    /// <summary>Nobody had to decide, or enough said yes.</summary>
    public static async Task<bool> Agreed(StepContext context, CancellationToken cancellationToken) =>
        (await ChangeSteps.ChangeAsync(context, cancellationToken)).Agreed != false;

    public static async Task PlanFilings(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        var today = context.Calendar.Today();
        var network = await context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        var firms = await context.Db.Participants.Where(p => p.CaseId == context.Case.Id && (p.Status == ParticipantStatus.Active || p.Id == change.ParticipantId))
            .OrderBy(p => p.Order).Join(context.Db.Firms, p => p.FirmId, f => f.Id, (p, f) => new { Participant = p, f.ReaProvince }).ToListAsync(cancellationToken);
        var remaining = firms.Where(f => f.Participant.Id != change.ParticipantId).Select(f => f.Participant.Id).ToList();
        foreach (var filer in ChangeFilings.Of(network.Kind ?? NetworkKind.Contractual, change.Kind, change.ParticipantId, remaining, change.FilerId ?? network.ReferenceEnterprise?.Participant))
        {
            var firm = firms.Find(f => f.Participant.Id == filer);
            var province = filer is null ? network.Seat?.Province : firm?.ReaProvince;
            if (province is not null && Chambers.Of(province, today) is { } chamber)
            {
                context.Db.Add(new Data.Filings.Filing(FilingId.New(context.Clock), context.Case.Id, filer, chamber.Code, firm?.Participant.DeskId ?? context.Case.OwnerId) { ChangeId = change.Id });
            }
        }
    }

    /// <summary>The firm takes part from its own entry on; the day of effect of the network stays as it is.</summary>
    public static async Task CompleteAccession(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        var entries = await context.Db.Filings.Where(f => f.ChangeId == change.Id && f.EnteredOn != null).ToListAsync(cancellationToken);
        var day = entries.Find(f => f.ParticipantId == change.ParticipantId)?.EnteredOn ?? entries.Max(f => f.EnteredOn) ?? context.Calendar.Today();
        var firm = await FirmAsync(context, cancellationToken);
        firm!.Accede(day);
        firm.ContributionCents = change.ContributionCents;
        change.EffectiveOn = day;
        await ChangeSteps.Complete(context, cancellationToken);
    }

    /// <summary>The desk said no, or the participants did: everything stays as it was.</summary>
    public static async Task GiveUp(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        if (await FirmAsync(context, cancellationToken) is { Status: ParticipantStatus.Acceding } firm)
        {
            firm.Leave(context.Calendar.Today(), "not-admitted", declined: true);
        }

        change.End(ChangeStatus.GivenUp, context.Calendar.Today());
    }

    private static async Task<Participant?> FirmAsync(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        return await context.Db.Participants.FirstOrDefaultAsync(p => p.Id == change.ParticipantId, cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Changes.AmendNetwork;

/// <summary>What follows from an amendment. Named in process definitions.</summary>
public static class AmendmentSteps
{
    public static async Task<bool> NeedsDeed(StepContext context, CancellationToken cancellationToken) =>
        Amendment.Of(await ChangeSteps.ChangeAsync(context, cancellationToken)).NeedsVote;

    /// <summary>
    /// It is entered: the network is what the firms have agreed on, and open duties that hang on it move. The day of effect
    /// stays as it is.
    /// </summary>
    public static async Task Apply(StepContext context, CancellationToken cancellationToken)
    {
        var change = await ChangeSteps.ChangeAsync(context, cancellationToken);
        var network = await context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        var amendment = Amendment.Of(change);
        var after = amendment.After.Reference is { } named && await context.Db.Participants.AnyAsync(p => p.Id == named && p.Status == ParticipantStatus.Active, cancellationToken)
            ? amendment.After
            : amendment.After with { Reference = network.ReferenceEnterprise?.Participant };
        after.WriteTo(network);
        network.TermsRevision++;
        change.EffectiveOn = await context.Db.Filings.Where(f => f.ChangeId == change.Id).MaxAsync(f => f.EnteredOn, cancellationToken) ?? context.Calendar.Today();
        await MoveDutiesAsync(context, network, cancellationToken);
        context.History.Record(context.Case, "changes.amended", change.EffectiveOn.Value, new Dictionary<string, string>
        {
            ["change"] = change.Id.ToString("N"),
            ["date"] = $"{change.EffectiveOn:yyyy-MM-dd}",
            ["parts"] = string.Join(' ', amendment.Parts),
        }, change.Text);
    }

    /// <summary>The notice against the renewal is counted from the end of the term: where that is another, so is its day.</summary>
    private static async Task MoveDutiesAsync(StepContext context, EnterpriseNetwork network, CancellationToken cancellationToken)
    {
        if (context.Case is not { DeedOn: { } deed, EffectOn: { } effect } || network.Kind is not { } kind)
        {
            return;
        }

        var fresh = DutiesDue.FromNow(new DutyFacts(kind, network.Terms, network.Fund, deed, effect), context.Calendar.Today()).FirstOrDefault(d => d.Kind == DutiesDue.Renewal);
        var open = await context.Db.Duties.Where(d => d.CaseId == context.Case.Id && d.Kind == DutiesDue.Renewal && d.DoneOn == null).ToListAsync(cancellationToken);
        context.Db.TrackSeen(all: true);
        var items = await context.Db.WorkItems.Where(i => i.CaseId == context.Case.Id && i.Status == WorkItemStatus.Open).ToListAsync(cancellationToken);
        foreach (var duty in fresh is null ? [] : open)
        {
            duty.Move(fresh!.DueOn);
            foreach (var item in items.Where(i => i.SubjectId == duty.Id))
            {
                item.DueOn = duty.DueOn;
            }
        }
    }
}

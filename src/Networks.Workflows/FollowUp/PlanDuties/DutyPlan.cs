using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Engine;

namespace Networks.Workflows.FollowUp.PlanDuties;

/// <summary>The duties that follow from law and contract once a network is in effect.</summary>
internal static class DutyPlan
{
    /// <summary>At effect: what the contract and the law ask in the first year.</summary>
    public static async Task AddFirstAsync(StepContext context, CancellationToken cancellationToken)
    {
        var network = await context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        var effect = context.Case.EffectOn
            ?? throw new InvalidOperationException($"Case {context.Case.Reference} plans duties before its effect was confirmed.");
        if (network.Fund is { } fund)
        {
            Add(context, "pay-fund", effect.AddDays(fund.PaymentDays), DutySource.Contract, "contratto, fondo patrimoniale");
        }

        AddMeeting(context, network, effect);
    }

    /// <summary>Once a year: what recurs.</summary>
    public static async Task AddNextAsync(StepContext context, CancellationToken cancellationToken)
    {
        var network = await context.Db.EnterpriseNetworks.FirstAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        AddMeeting(context, network, context.Calendar.Today());
    }

    private static void AddMeeting(StepContext context, EnterpriseNetwork network, DateOnly from)
    {
        if (network.Terms.MeetingEveryMonths is { } months)
        {
            Add(context, "meet", from.AddMonths(months), DutySource.Contract, "contratto, decisioni dei partecipanti");
        }
    }

    private static void Add(StepContext context, string kind, DateOnly dueOn, DutySource source, string citation) =>
        context.Db.Add(new Duty(Ids.New(context.Clock), context.Case.Id, kind, dueOn, source, citation));
}

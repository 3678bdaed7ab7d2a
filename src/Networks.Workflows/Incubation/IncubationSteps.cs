using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Incubation;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Incubation.SendPulse;

namespace Networks.Workflows.Incubation;

/// <summary>Tasks, sets and days of the incubation, named in process definitions. Stored words.</summary>
public static class IncubationSteps
{
    /// <summary>The desk sends the five questions to the firms.</summary>
    public const string SendPulse = "send-pulse";

    /// <summary>The firm answers them by its link.</summary>
    public const string AnswerPulse = "answer-pulse";

    /// <summary>The desk calls a firm that did not answer.</summary>
    public const string CallSilentFirm = "call-silent-firm";

    /// <summary>The desk sees to a bad answer.</summary>
    public const string SeeToAnswer = "see-to-answer";

    public const string ReachMilestone = "reach-milestone";

    public const string CollectContribution = "collect-contribution";

    /// <summary>The desk looks at a network that it takes in against the register and the contract.</summary>
    public const string CheckHealth = "check-health";

    /// <summary>Months between two pulses.</summary>
    private const int PulseMonths = 3;

    /// <summary>What the contract says each firm brings into the fund, once, when the incubation begins.</summary>
    public static Task NoteContributions(StepContext context, CancellationToken cancellationToken) =>
        FirstContributions.NoteAsync(context, cancellationToken);

    /// <summary>A quarter after the pulse before, or after effect; a network that has waited longer is asked at once.</summary>
    public static async Task<DateOnly?> NextPulseDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var last = await Pulses(context).MaxAsync(p => (DateOnly?)p.SentOn, cancellationToken);
        var day = BusinessCalendar.NextWorkingDay((last ?? context.Case.EffectOn ?? context.Calendar.Today()).AddMonths(PulseMonths));
        return day < context.Calendar.Today() ? context.Calendar.Today() : day;
    }

    public static async Task<DateOnly?> PulseLastDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await Pulses(context).OrderByDescending(p => p.Number).Select(p => (DateOnly?)p.LastDay).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Every firm that takes part, with a mailbox or without: who has none is called.</summary>
    public static async Task<IReadOnlyList<Guid>> AskedFirms(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await Firms(context).OrderBy(p => p.Order).Select(p => p.Id.Value).ToListAsync(cancellationToken);
    }

    public static async Task<IReadOnlyList<Guid>> SilentFirms(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var pulse = await Pulses(context).OrderByDescending(p => p.Number).Select(p => p.Id).FirstOrDefaultAsync(cancellationToken);
        return await Firms(context).Where(p => !context.Db.PulseAnswers.Any(a => a.PulseId == pulse && a.ParticipantId == p.Id))
            .OrderBy(p => p.Order).Select(p => p.Id.Value).ToListAsync(cancellationToken);
    }

    public static Task RemindFirm(StepContext context, CancellationToken cancellationToken) => PulseReminder.QueueAsync(context, cancellationToken);

    public static async Task<DateOnly?> MilestoneDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (await context.Db.Milestones.FindAsync([context.SubjectId], cancellationToken))?.DueOn;
    }

    public static async Task<DateOnly?> ContributionDay(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (await context.Db.FundContributions.FindAsync([context.SubjectId], cancellationToken))?.DueOn;
    }

    /// <summary>The desk that follows the firm that pays.</summary>
    public static async Task<Assignment> DeskOfContribution(StepContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var contribution = await context.Db.FundContributions.FindAsync([context.SubjectId], cancellationToken);
        var firm = contribution is null ? null : await context.Subjects.FindAsync(contribution.ParticipantId.Value, cancellationToken);
        var desk = firm?.Desk ?? context.Case.OwnerId;
        return new Assignment(desk, null, desk == context.Case.OwnerId ? WaitsFor.OwnDesk : WaitsFor.OtherDesk);
    }

    private static IQueryable<Pulse> Pulses(StepContext context) => context.Db.Pulses.Where(p => p.CaseId == context.Case.Id);

    private static IQueryable<Participant> Firms(StepContext context) =>
        context.Db.Participants.Where(p => p.CaseId == context.Case.Id && p.Status == ParticipantStatus.Active);
}

/// <summary>The contributions that the contract itself asks for.</summary>
internal static class FirstContributions
{
    public static async Task NoteAsync(StepContext context, CancellationToken cancellationToken)
    {
        var network = await context.Db.EnterpriseNetworks.SingleAsync(n => n.CaseId == context.Case.Id, cancellationToken);
        if (network.Fund is not { } fund || await context.Db.FundContributions.AnyAsync(c => c.CaseId == context.Case.Id, cancellationToken))
        {
            return;
        }

        var firms = await context.Db.Participants.Where(p => p.CaseId == context.Case.Id && p.Status == ParticipantStatus.Active).OrderBy(p => p.Order).ToListAsync(cancellationToken);
        foreach (var firm in firms)
        {
            context.Db.Add(new FundContribution(Ids.New(context.Clock), context.Case.Id, firm.Id, isInitial: true)
            {
                DueOn = fund.PaymentDays > 0 ? context.Case.EffectOn?.AddDays(fund.PaymentDays) : null,
                DueCents = firm.ContributionCents,
            });
        }
    }
}

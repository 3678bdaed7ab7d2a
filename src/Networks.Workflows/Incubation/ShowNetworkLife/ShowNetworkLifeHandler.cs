using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Incubation.Health;
using Networks.Workflows.Incubation.SendPulse;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Incubation.ShowNetworkLife;

internal sealed class ShowNetworkLifeHandler(NetworksDbContext db, IActor actor, CaseRelations relations, Incubator incubator, BusinessCalendar calendar) : IRequestHandler<ShowNetworkLife, Result<NetworkLife>>
{
    public async Task<Result<NetworkLife>> Handle(ShowNetworkLife request, CancellationToken cancellationToken)
    {
        var id = request.CaseId;
        var today = calendar.Today();
        var facts = await HealthFacts.LoadAsync(db, id, today, cancellationToken);
        var (@case, network) = (facts.Case, facts.Network);
        var held = await relations.ToAsync(id, cancellationToken);
        var acts = AccessPolicy.Allows(Right.CaseActForFirm, held);
        var duties = await db.Duties.AsNoTracking().Where(d => d.CaseId == id).OrderBy(d => d.DueOn).ToListAsync(cancellationToken);
        var filings = (await db.Filings.AsNoTracking().Where(f => f.CaseId == id && f.DutyId != null).ToListAsync(cancellationToken)).ToDictionary(f => f.DutyId!.Value);
        var contributions = await (
            from c in db.FundContributions.AsNoTracking()
            where c.CaseId == id
            join p in db.Participants on c.ParticipantId equals p.Id
            join f in db.Firms on p.FirmId equals f.Id
            orderby c.DueOn, p.Order
            select new { Contribution = c, Participant = p, f.Name }).ToListAsync(cancellationToken);
        var milestones = await db.Milestones.AsNoTracking().Where(m => m.CaseId == id).OrderBy(m => m.DueOn).ToListAsync(cancellationToken);
        return new NetworkLife(
            network.Name, network.Kind, @case.EffectOn, network.TakenInOn, network.ContractNumber,
            await incubator.HasBegunAsync(id, cancellationToken), @case.Status is CaseStatus.ClosedWithoutOutcome or CaseStatus.Ended,
            [.. NetworkHealth.Of(facts), .. LifeFindings.Of(duties, [.. contributions.Select(c => c.Contribution)], milestones, today)],
            await PulseClock.IsDueAsync(db, id, cancellationToken), await PulseClock.NextOnAsync(db, id, cancellationToken), await PulseAsync(facts, cancellationToken),
            [.. milestones.Select(m => new MilestoneRow(m.Id, m.Title, m.DueOn, BusinessCalendar.WorkingDaysBetween(today, m.DueOn), m.DoneOn, m.Outcome))],
            [.. duties.Where(d => d.DoneOn is null || d.DoneOn > today.AddYears(-1)).Select(d => Row(d, filings.GetValueOrDefault(d.Id), today))],
            Renewal(@case, network.Terms, today),
            Statement(@case, network, today),
            network.Fund is not null,
            [.. contributions.Select(c => new ContributionRow(
                c.Contribution.Id, c.Name, c.Contribution.IsInitial, c.Contribution.DueOn, c.Contribution.DueCents, c.Contribution.PaidOn, c.Contribution.PaidCents, c.Contribution.Remark,
                c.Contribution.IsSettled, !c.Contribution.IsSettled && c.Contribution.DueOn < today, acts && actor.ActsFor(@case, c.Participant)))],
            [.. facts.Firms.Select(f => new FirmChoice(f.Participant.Id, f.Firm.Name))],
            await OpportunitiesAsync(id, today, cancellationToken),
            @case.Status == CaseStatus.InEffect && !MinimumParticipants.IsMet(facts.Firms.Count, network.Terms.MinimumParticipants),
            AccessPolicy.Allows(Right.CaseManage, held), today);
    }

    private async Task<IReadOnlyList<OpportunityRow>> OpportunitiesAsync(CaseId id, DateOnly today, CancellationToken cancellationToken)
    {
        var noted = await db.FundingOpportunities.AsNoTracking().Where(o => o.CaseId == id).ToListAsync(cancellationToken);
        return
        [
            .. noted.OrderBy(o => o.SettledOn is not null).ThenBy(o => o.Deadline ?? DateOnly.MaxValue).Select(o => new OpportunityRow(
                o.Id, o.Title, o.Deadline, o is { SettledOn: null, Deadline: { } last } ? BusinessCalendar.WorkingDaysBetween(today, last) : null, o.Note, o.SettledOn, o.Outcome)),
        ];
    }

    private static DutyRow Row(Duty duty, Filing? filing, DateOnly today) =>
        new(duty.Id, duty.Kind, duty.DueOn, BusinessCalendar.WorkingDaysBetween(today, duty.DueOn), duty.Source, duty.Citation, duty.IsToVerify, duty.DoneOn,
            filing?.Status, filing?.EnteredOn ?? filing?.SentOn);

    private static RenewalRow? Renewal(Case @case, ContractTerms terms, DateOnly today) =>
        @case.EffectOn is { } effect && RenewalNotice.On(terms, effect, today) is { } term
            ? new RenewalRow(term, BusinessCalendar.WorkingDaysBetween(today, term.NoticeBy), terms.NoticeMonths)
            : null;

    private static DateOnly? Statement(Case @case, EnterpriseNetwork network, DateOnly today) =>
        @case.EffectOn is not null && network.Kind is { } kind
            ? AnnualStatementDeadline.Of(kind, AnnualStatementDeadline.YearEndFrom(network.Terms.FinancialYearEnd ?? DutiesDue.CalendarYearEnd, today.AddMonths(-2)))
            : null;

    private async Task<PulseState?> PulseAsync(HealthFacts facts, CancellationToken cancellationToken)
    {
        var pulse = await db.Pulses.AsNoTracking().Where(p => p.CaseId == facts.Case.Id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellationToken);
        if (pulse is null)
        {
            return null;
        }

        var answers = await db.PulseAnswers.AsNoTracking().Where(a => a.PulseId == pulse.Id).ToDictionaryAsync(a => a.ParticipantId, cancellationToken);
        var open = await db.WorkItems.AsNoTracking().Where(i => i.CaseId == facts.Case.Id && i.Status == WorkItemStatus.Open).ToListAsync(cancellationToken);
        var about = open.Where(i => i.Name is IncubationSteps.SeeToAnswer or IncubationSteps.CallSilentFirm).Select(i => i.SubjectId).ToHashSet();
        return new PulseState(pulse.Number, pulse.SentOn, pulse.LastDay,
        [
            .. from firm in facts.Firms
               let answer = answers.GetValueOrDefault(firm.Participant.Id)
               select new FirmAnswerRow(firm.Participant.Id, firm.Firm.Name, answer?.Replies ?? [], answer?.Remark,
                   answer is null ? null : BusinessCalendar.DayOf(answer.AnsweredAt), about.Contains(firm.Participant.Id.Value)),
        ]);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Intake.ChooseKind;

internal sealed class ChooseKindHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<ChooseKind, Result<ChosenKind>>
{
    public async Task<Result<ChosenKind>> Handle(ChooseKind request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (IntakeRefusals.Over(@case, IntakeRefusals.KindAfterDeed) is { } over)
        {
            return over;
        }

        var network = await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var (kind, form) = (request.Kind!.Value, request.Form);
        if ((network.Kind, network.Form) == (kind, form))
        {
            return new ChosenKind(kind, form, TextChanged: false);
        }

        if ((network.Kind, network.Form) != (request.WasKind, request.WasForm))
        {
            return IntakeRefusals.KindChanged(await LastChosenByAsync(@case.Id, cancellationToken));
        }

        var hasText = await db.Drafts.AnyAsync(d => d.CaseId == @case.Id, cancellationToken);
        var findings = WhoMayJoin.Check(kind, [.. (await KindFirms.OfAsync(db, @case.Id, cancellationToken)).Select(Admission.Of)]);
        var refusals = findings.Where(f => Admission.StopsAtOnce(f.Firm.Register, kind)).Select(f => IntakeRefusals.By(f.Finding, "kind"))
            .Append(NetworkChoices.Misfit(kind, form))
            .Append(hasText && !request.RepeatRound ? IntakeRefusals.TextWouldChange : null);
        if (Refusal.Together(refusals.OfType<Refusal>()) is { } refusal)
        {
            return refusal;
        }

        await ChangeAsync(@case, network, kind, form, cancellationToken);
        return new ChosenKind(kind, form, hasText);
    }

    private async Task ChangeAsync(Case @case, EnterpriseNetwork network, NetworkKind kind, SignatureForm? form, CancellationToken cancellationToken)
    {
        var today = calendar.Today();
        if (network.Kind != kind)
        {
            history.Record(@case, NetworkChoices.Chosen(kind), today);
        }

        if (network.Form != form)
        {
            history.Record(@case, NetworkChoices.Chosen(form), today);
        }

        network.Kind = kind;
        network.Form = form;
        await db.SaveChangesAsync(cancellationToken);
        await engine.SignalAsync(@case, CaseSignals.TextChanged, Guid.Empty, cancellationToken);
    }

    private async Task<string> LastChosenByAsync(CaseId caseId, CancellationToken cancellationToken) => await (
            from e in db.CaseEvents
            where e.CaseId == caseId && (e.Name.StartsWith("intake.kind-") || e.Name.StartsWith("intake.form-"))
            join o in db.Officers on e.OfficerId equals o.Id
            orderby e.Number descending
            select o.FullName).FirstOrDefaultAsync(cancellationToken)
        ?? Words.Say("intake.somebody-of-the-desk");
}

internal sealed class ShowKindHandler(NetworksDbContext db) : IRequestHandler<ShowKind, Result<KindNow>>
{
    public async Task<Result<KindNow>> Handle(ShowKind request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var firms = (await KindFirms.OfAsync(db, @case.Id, cancellationToken)).Select(Admission.Of).ToList();
        return new KindNow(
            network.Name, network.Kind, network.Form,
            await db.Drafts.AnyAsync(d => d.CaseId == @case.Id, cancellationToken),
            IntakeRefusals.Over(@case, IntakeRefusals.KindAfterDeed),
            Enum.GetValues<NetworkKind>().ToDictionary(
                kind => kind,
                kind => (IReadOnlyList<RuleFinding>)[.. WhoMayJoin.Check(kind, firms).Where(f => f.Firm.Register == Data.Firms.RegisterStatus.Professional).Select(f => f.Finding)]));
    }
}

internal static class KindFirms
{
    /// <summary>The firms that take part, in the contract's order.</summary>
    public static Task<List<Data.Firms.Firm>> OfAsync(NetworksDbContext db, CaseId caseId, CancellationToken cancellationToken) => (
        from p in db.Participants
        where p.CaseId == caseId && p.Status == ParticipantStatus.Active
        join f in db.Firms.AsNoTracking() on p.FirmId equals f.Id
        orderby p.Order
        select f).ToListAsync(cancellationToken);
}

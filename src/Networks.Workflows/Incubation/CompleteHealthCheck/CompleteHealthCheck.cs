using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Incubation.Health;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Incubation.CompleteHealthCheck;

/// <summary>
/// The desk has looked at a network that it takes in, and puts it into incubation with the day of its effect. What is still
/// missing stays on the page of its life. Refused: another day than the entries give, a day before the deed or to come.
/// </summary>
/// <param name="EffectOn">As the register's extract has it; computed from the entries where all are known.</param>
[Access(Right.EffectConfirm)]
public sealed record CompleteHealthCheck(CaseId CaseId, DateOnly? EffectOn) : ICommand<Done>, ICaseRequest, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (EffectOn is null)
        {
            yield return IncubationRefusals.DayMissing("effect-on");
        }
    }
}

/// <summary>What the health check of a network that is taken in finds.</summary>
[Access(Right.CaseRead)]
public sealed record ShowHealthCheck(CaseId CaseId) : IQuery<HealthCheck>, ICaseRequest;

/// <param name="Computed">The day of effect from the entries; null while one is missing.</param>
/// <param name="IsOpen">The check is still to be done.</param>
/// <param name="FirmsAsked">Firms whose own desk has not said yet that it follows them.</param>
public sealed record HealthCheck(
    string Network, NetworkKind? Kind, string? ContractNumber, DateOnly? DeedOn, DateOnly? EffectOn, IReadOnlyList<HealthFinding> Findings, DateOnly? Computed, bool IsOpen, int FirmsAsked, bool MayComplete);

internal static class KnownEffect
{
    public static DateOnly? Of(HealthFacts facts)
    {
        var originals = facts.Firms.Where(f => f.Participant.Kind == ParticipantKind.Original).Select(f => f.Participant.Id).ToList();
        return facts.Network.Kind is { } kind && (kind == NetworkKind.LegalEntity || originals.Count > 0) ? EffectDate.OfFilings(kind, facts.Filings, originals) : null;
    }
}

internal sealed class CompleteHealthCheckHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<CompleteHealthCheck, Result<Done>>
{
    public async Task<Result<Done>> Handle(CompleteHealthCheck request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if ((await engine.OpenTasksAsync(@case, IncubationSteps.CheckHealth, null, cancellationToken)).Count == 0)
        {
            return IncubationRefusals.CheckedAlready;
        }

        var facts = await HealthFacts.LoadAsync(db, @case.Id, calendar.Today(), cancellationToken);
        var day = request.EffectOn!.Value;
        var refusal = day > calendar.Today() ? IncubationRefusals.DayToCome(day, "effect-on")
            : @case.DeedOn is { } deed && day < deed ? IncubationRefusals.EffectBeforeDeed(deed)
            : KnownEffect.Of(facts) is { } computed && computed != day ? IncubationRefusals.EffectDiffers(computed)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        @case.ConfirmEffect(day);
        history.Record(@case, "incubation.health-checked", calendar.Today(), new Dictionary<string, string>
        {
            ["date"] = day.ToString("O", CultureInfo.InvariantCulture),
            ["findings"] = NetworkHealth.Of(facts).Count.ToString(CultureInfo.InvariantCulture),
        });
        await engine.CompleteAsync(@case, IncubationSteps.CheckHealth, null, "checked", cancellationToken);
        return Done.It;
    }
}

internal sealed class ShowHealthCheckHandler(NetworksDbContext db, CaseRelations relations, BusinessCalendar calendar) : IRequestHandler<ShowHealthCheck, Result<HealthCheck>>
{
    public async Task<Result<HealthCheck>> Handle(ShowHealthCheck request, CancellationToken cancellationToken)
    {
        var facts = await HealthFacts.LoadAsync(db, request.CaseId, calendar.Today(), cancellationToken);
        var open = await db.WorkItems.AnyAsync(i => i.CaseId == request.CaseId && i.Status == WorkItemStatus.Open && i.Path.EndsWith("/" + IncubationSteps.CheckHealth), cancellationToken);
        return new HealthCheck(
            facts.Network.Name, facts.Network.Kind, facts.Network.ContractNumber, facts.Case.DeedOn, facts.Case.EffectOn, NetworkHealth.Of(facts), KnownEffect.Of(facts), open,
            await db.Participants.CountAsync(p => p.CaseId == request.CaseId && p.Status == ParticipantStatus.Proposed, cancellationToken),
            open && AccessPolicy.Allows(Right.EffectConfirm, await relations.ToAsync(request.CaseId, cancellationToken)));
    }
}

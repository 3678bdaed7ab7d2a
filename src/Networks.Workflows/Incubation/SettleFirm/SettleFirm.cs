using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Incubation.SettleFirm;

/// <summary>
/// The desk has seen to a firm's bad answer, or has called a firm that stays silent: what came of it. Refused: nothing is
/// open about the firm.
/// </summary>
[Access(Right.CaseActForFirm)]
public sealed record SettleFirm(CaseId CaseId, ParticipantId Participant, string? Note) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _longest = 4000;

    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Note))
        {
            yield return IncubationRefusals.NoteMissing;
        }

        if (Note?.Length > _longest)
        {
            yield return IncubationRefusals.TooLong(_longest, "note");
        }
    }
}

internal sealed class SettleFirmHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor) : IRequestHandler<SettleFirm, Result<Done>>
{
    public async Task<Result<Done>> Handle(SettleFirm request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var firm = await db.Participants.FirstOrDefaultAsync(p => p.Id == request.Participant && p.CaseId == @case.Id, cancellationToken);
        if (firm is null)
        {
            return IncubationRefusals.NotFound;
        }

        if (!actor.ActsFor(@case, firm))
        {
            return new Refusal(RefusalKind.NotAllowed, "common.not-allowed");
        }

        var settled = await engine.CompleteAsync(@case, IncubationSteps.SeeToAnswer, firm.Id.Value, "seen-to", cancellationToken);
        var called = await engine.CompleteAsync(@case, IncubationSteps.CallSilentFirm, firm.Id.Value, "called", cancellationToken);
        if (!settled && !called)
        {
            return IncubationRefusals.NothingOpen;
        }

        history.Record(@case, "incubation.firm-seen-to", calendar.Today(), new Dictionary<string, string> { ["participant"] = firm.Id.Value.ToString() }, request.Note!.Trim());
        return Done.It;
    }
}

/// <summary>One firm of a network in effect with its newest pulse, for whoever follows it.</summary>
[Access(Right.CaseRead)]
public sealed record ShowFirmLife(CaseId CaseId, ParticipantId Participant) : IQuery<FirmLife>, ICaseRequest;

/// <param name="Replies">Stored words in the order of the questions; empty while the firm is silent.</param>
/// <param name="CanAnswer">A pulse was sent and nobody has answered for the firm.</param>
/// <param name="CanSettle">A task about the firm is open.</param>
/// <param name="MayAct">The person's desk acts for the firm.</param>
public sealed record FirmLife(
    string Network, string Firm, string? Contact, int? Number, DateOnly? SentOn, DateOnly? LastDay, IReadOnlyList<string> Replies, string? Remark, DateOnly? AnsweredOn, bool ByPhone,
    bool CanAnswer, bool CanSettle, bool MayAct);

internal sealed class ShowFirmLifeHandler(NetworksDbContext db, IActor actor, CaseRelations relations) : IRequestHandler<ShowFirmLife, Result<FirmLife>>
{
    public async Task<Result<FirmLife>> Handle(ShowFirmLife request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var found = await (
            from p in db.Participants.AsNoTracking()
            where p.Id == request.Participant && p.CaseId == request.CaseId
            join f in db.Firms on p.FirmId equals f.Id
            join n in db.EnterpriseNetworks on p.CaseId equals n.CaseId
            select new { Participant = p, Firm = f, Network = n.Name }).FirstOrDefaultAsync(cancellationToken);
        if (found is null || @case.EffectOn is null)
        {
            return IncubationRefusals.NotFound;
        }

        var pulse = await db.Pulses.AsNoTracking().Where(p => p.CaseId == @case.Id).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellationToken);
        var answer = pulse is null ? null : await db.PulseAnswers.AsNoTracking().FirstOrDefaultAsync(a => a.PulseId == pulse.Id && a.ParticipantId == request.Participant, cancellationToken);
        var open = await db.WorkItems.AsNoTracking().Where(i => i.CaseId == @case.Id && i.SubjectId == request.Participant.Value && i.Status == WorkItemStatus.Open).ToListAsync(cancellationToken);
        var acts = AccessPolicy.Allows(Right.CaseActForFirm, await relations.ToAsync(@case.Id, cancellationToken)) && actor.ActsFor(@case, found.Participant);
        return new FirmLife(
            found.Network, found.Firm.Name, acts ? string.Join(" · ", new[] { found.Firm.ContactName, found.Firm.Phone, found.Firm.Email }.OfType<string>()) : null,
            pulse?.Number, pulse?.SentOn, pulse?.LastDay, answer?.Replies ?? [], answer?.Remark, answer is null ? null : BusinessCalendar.DayOf(answer.AnsweredAt), answer?.WrittenDownBy is not null,
            pulse is not null && answer is null && found.Participant.IsActive,
            open.Exists(i => i.Name is IncubationSteps.SeeToAnswer or IncubationSteps.CallSilentFirm), acts);
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Filings;
using Networks.Data.Reference;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Rules;

namespace Networks.Workflows.Registration.SendStatement;

internal sealed class SendStatementHandler(
    NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, CaseRelations relations, IActor actor, TimeProvider clock)
    : IRequestHandler<SendStatement, Result<SentStatement>>
{
    /// <summary>Repeated in <c>FileStatementV1</c>, which no phase may name.</summary>
    public const string Process = "file-statement";

    public async Task<Result<SentStatement>> Handle(SendStatement request, CancellationToken cancellationToken)
    {
        var filing = await OpenAsync(request, cancellationToken);
        return filing.Refusal is { } refusal ? refusal : await SendAsync(request, filing.Value, cancellationToken);
    }

    /// <summary>The filing that is to be; it stays out of the database where anything is refused.</summary>
    private async Task<Result<Filing>> OpenAsync(SendStatement request, CancellationToken cancellationToken)
    {
        var duty = await db.Duties.FirstOrDefaultAsync(d => d.Id == request.DutyId && d.CaseId == request.CaseId && d.Kind == DutiesDue.AnnualStatement, cancellationToken);
        if (duty is null)
        {
            return RegistrationRefusals.FilingNotFound;
        }

        if (duty.DoneOn is { } done)
        {
            return RegistrationRefusals.StatementDone(done);
        }

        if (await db.Filings.Where(f => f.DutyId == duty.Id).Select(f => f.SentOn).FirstOrDefaultAsync(cancellationToken) is { } sent)
        {
            return RegistrationRefusals.StatementSent(sent);
        }

        var @case = await db.Cases.FirstAsync(c => c.Id == request.CaseId, cancellationToken);
        return await ChamberAsync(@case.Id, cancellationToken) is { } chamber
            ? new Filing(FilingId.New(clock), @case.Id, null, chamber, @case.OwnerId) { DutyId = duty.Id }
            : RegistrationRefusals.StatementWithoutSeat;
    }

    /// <summary>Of the seat; where only the own entry is known, as of a network that was taken in, the chamber that made it.</summary>
    private async Task<string?> ChamberAsync(CaseId id, CancellationToken cancellationToken)
    {
        var seat = await db.EnterpriseNetworks.Where(n => n.CaseId == id).Select(n => n.Seat).FirstAsync(cancellationToken);
        return seat?.Province is { } province && Chambers.Of(province, calendar.Today()) is { } chamber
            ? chamber.Code
            : await db.Filings.Where(f => f.CaseId == id && f.ParticipantId == null && f.ChangeId == null && f.DutyId == null).Select(f => f.ChamberCode).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<Result<SentStatement>> SendAsync(SendStatement request, Filing filing, CancellationToken cancellationToken)
    {
        db.Add(filing);
        await db.SaveChangesAsync(cancellationToken);
        var loaded = await FilingAct.LoadAsync(db, relations, actor, request.CaseId, filing.Id, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        var protocol = FilingAct.Protocol(request.Protocol);
        var sentOn = request.SentOn!.Value;
        if (Refusal.Together([await act.ProtocolFaultAsync(db, protocol, cancellationToken), act.Fault(sentOn, null, calendar.Today(), "sent-on")]) is { } refused)
        {
            return refused;
        }

        await engine.StartBesideAsync(act.Case, Process, filing.Id.Value, cancellationToken);
        FilingEvents.RecordSent(history, act, sentOn, protocol!);
        await engine.CompleteAsync(act.Case, RegistrationSteps.SendFiling, filing.Id.Value, "sent", cancellationToken);
        return new SentStatement(filing.Id.Value);
    }
}

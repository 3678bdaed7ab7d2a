using MediatR;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Registration.SendFiling;

internal sealed class SendFilingHandler(
    NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, CaseRelations relations, IActor actor)
    : IRequestHandler<SendFiling, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendFiling request, CancellationToken cancellationToken)
    {
        var loaded = await FilingAct.LoadAsync(db, relations, actor, request.CaseId, request.FilingId, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        var protocol = FilingAct.Protocol(request.Protocol);
        var sentOn = request.SentOn!.Value;
        if ((await engine.OpenTasksAsync(act.Case, RegistrationSteps.SendFiling, act.Filing.Id.Value, cancellationToken)).Count == 0)
        {
            return RegistrationRefusals.NotToSend;
        }

        Refusal?[] refusals = [await act.ProtocolFaultAsync(db, protocol, cancellationToken), act.Fault(sentOn, null, calendar.Today(), "sent-on")];
        if (Refusal.Together(refusals) is { } refused)
        {
            return refused;
        }

        FilingEvents.RecordSent(history, act, sentOn, protocol!);
        await engine.CompleteAsync(act.Case, RegistrationSteps.SendFiling, act.Filing.Id.Value, "sent", cancellationToken);
        return Done.It;
    }
}

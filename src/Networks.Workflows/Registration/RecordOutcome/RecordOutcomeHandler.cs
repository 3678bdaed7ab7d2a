using MediatR;
using Networks.Data;
using Networks.Data.Files;
using Networks.Data.Filings;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Registration.RecordOutcome;

internal sealed class RecordOutcomeHandler(
    NetworksDbContext db, WorkflowEngine engine, CaseHistory history, LegalEffect effect, CaseRelations relations, IActor actor, TimeProvider clock)
    : IRequestHandler<RecordOutcome, Result<RecordedOutcome>>
{
    public async Task<Result<RecordedOutcome>> Handle(RecordOutcome request, CancellationToken cancellationToken)
    {
        var loaded = await FilingAct.LoadAsync(db, relations, actor, request.CaseId, request.FilingId, cancellationToken);
        if (loaded.Refusal is { } refusal)
        {
            return refusal;
        }

        var act = loaded.Value;
        var protocol = FilingAct.Protocol(request.Protocol);
        if (await RefuseAsync(request, act, protocol, cancellationToken) is { } no)
        {
            return no;
        }

        await RecordSendingAsync(act, protocol, request.On!.Value, cancellationToken);
        Keep(request, act.Filing);
        var outcome = request.Outcome!.Value;
        Change(request, act, outcome);
        await engine.CompleteAsync(act.Case, RegistrationSteps.RecordOutcome, act.Filing.Id.Value, WordOf(outcome), cancellationToken);
        var filings = await effect.FilingsAsync(act.Case.Id, cancellationToken);
        return new RecordedOutcome(act.Name, outcome, filings.Count(f => f.EnteredOn is null));
    }

    private async Task<Refusal?> RefuseAsync(RecordOutcome request, FilingAct act, string? protocol, CancellationToken cancellationToken)
    {
        if (act.Filing is { Status: FilingStatus.Entered, EnteredOn: { } entered })
        {
            return RegistrationRefusals.AlreadyEntered(entered);
        }

        var awaited = await engine.OpenTasksAsync(act.Case, RegistrationSteps.RecordOutcome, act.Filing.Id.Value, cancellationToken);
        var unsent = await engine.OpenTasksAsync(act.Case, RegistrationSteps.SendFiling, act.Filing.Id.Value, cancellationToken);
        if (awaited.Count + unsent.Count == 0)
        {
            return RegistrationRefusals.NotAwaited;
        }

        var today = BusinessCalendar.DayOf(clock.GetUtcNow());
        Refusal?[] refusals =
        [
            act.Fault(request.On!.Value, act.Filing.SentOn, today, "on"),
            await act.ProtocolFaultAsync(db, protocol, cancellationToken),
        ];
        return Refusal.Together(refusals);
    }

    /// <summary>The chamber answered: so it was sent, whether or not anybody wrote it down.</summary>
    private async Task RecordSendingAsync(FilingAct act, string? protocol, DateOnly on, CancellationToken cancellationToken)
    {
        if (await engine.CompleteAsync(act.Case, RegistrationSteps.SendFiling, act.Filing.Id.Value, "sent", cancellationToken)
            || (protocol is not null && protocol != act.Filing.ProtocolNumber))
        {
            act.Filing.Send(act.Filing.SentOn ?? on, protocol);
        }
    }

    private void Keep(RecordOutcome request, Filing filing)
    {
        if (request.Receipt is not { } receipt)
        {
            return;
        }

        var isPdf = receipt.Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
        var stored = new StoredFile(
            FileId.New(clock), receipt.Bytes.Sha256, receipt.Bytes.SizeBytes,
            receipt.Name is { Length: > 0 and <= 200 } name ? name : "ricevuta", isPdf ? "application/pdf" : "application/octet-stream", clock.GetUtcNow())
        {
            CaseId = request.CaseId,
        };
        db.Add(stored);
        filing.Receipt = stored.Id;
    }

    private void Change(RecordOutcome request, FilingAct act, FilingOutcome outcome)
    {
        var on = request.On!.Value;
        if (outcome == FilingOutcome.Entered)
        {
            FilingEvents.RecordEntered(history, act, on);
        }
        else
        {
            FilingEvents.RecordSentBack(history, act, on, outcome == FilingOutcome.Suspended, request.Reason!, request.Words);
        }
    }

    private static string WordOf(FilingOutcome outcome) => outcome switch
    {
        FilingOutcome.Entered => "entered",
        FilingOutcome.Suspended => "suspended",
        FilingOutcome.Rejected => "rejected",
    };
}

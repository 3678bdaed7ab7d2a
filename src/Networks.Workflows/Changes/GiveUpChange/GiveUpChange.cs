using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes.GiveUpChange;

/// <summary>A change is taken back before its document is there: its tasks end, and the network stays as it was.</summary>
[Access(Right.CaseManage)]
public sealed record GiveUpChange(Guid OperationId, CaseId CaseId, Guid Change, string? Reason) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _longestReason = 2000;

    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return ChangeRefusals.ReasonMissing;
        }
        else if (Reason.Length > _longestReason)
        {
            yield return ChangeRefusals.TooLong("reason", _longestReason);
        }
    }
}

internal sealed class GiveUpChangeHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<GiveUpChange, Result<Done>>
{
    public async Task<Result<Done>> Handle(GiveUpChange request, CancellationToken cancellationToken)
    {
        var change = await db.NetworkChanges.FirstOrDefaultAsync(c => c.Id == request.Change && c.CaseId == request.CaseId, cancellationToken);
        if (change is null)
        {
            return ChangeRefusals.NotFound;
        }

        var firm = await db.Participants.FirstOrDefaultAsync(p => p.Id == change.ParticipantId, cancellationToken);
        var sent = await db.Filings.AnyAsync(f => f.ChangeId == change.Id && f.Status != FilingStatus.ToPrepare, cancellationToken);
        if ((sent && change.Status == ChangeStatus.UnderWay ? ChangeRefusals.Irreversible : Refuse(change, firm)) is { } refusal)
        {
            return refusal;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        await engine.CancelBesideAsync(@case, change.Id, "given-up", cancellationToken);
        change.End(ChangeStatus.GivenUp, calendar.Today());
        if (firm is { Status: ParticipantStatus.Acceding or ParticipantStatus.Proposed })
        {
            firm.Leave(calendar.Today(), request.Reason!.Trim(), declined: true);
        }

        ChangeHistory.Record(history, @case, change, "changes.given-up", calendar.Today(), request.Reason!.Trim());
        return Done.It;
    }

    private static Refusal? Refuse(NetworkChange change, Participant? firm) =>
        change.Status != ChangeStatus.UnderWay ? ChangeRefusals.NotUnderWay
        : change.DocumentOn is not null || (change.Kind == ChangeKind.Withdrawal && firm is { IsActive: false }) ? ChangeRefusals.Irreversible
        : null;
}

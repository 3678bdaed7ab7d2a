using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Changes;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Workflows.Changes.WhatIf;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes.AcceptWithdrawal;

internal sealed class AcceptWithdrawalHandler(
    NetworksDbContext db, Simulation simulation, FirmDeparture departure, LeavingMail mail, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, TimeProvider clock)
    : IRequestHandler<AcceptWithdrawal, Result<AcceptedWithdrawal>>
{
    /// <summary>Working days for a line that the contract gives no day for.</summary>
    private const int _usualDays = 10;

    public async Task<Result<AcceptedWithdrawal>> Handle(AcceptWithdrawal request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var run = await simulation.RunAsync(@case, request.Firms, request.Cause, request.On, cancellationToken);
        if (run.Refusal is { } over)
        {
            return over;
        }

        var seen = run.Value;
        if (seen.Refusal is { } refusal)
        {
            return refusal;
        }

        if (seen.Stamp != request.Stamp)
        {
            return ChangeRefusals.Stale;
        }

        var firms = await db.Participants.Where(p => p.CaseId == @case.Id && request.Firms.Contains(p.Id)).OrderBy(p => p.Order).ToListAsync(cancellationToken);
        var changes = firms.ConvertAll(firm => Open(@case, firm, seen, request));
        foreach (var firm in seen.Stage == WithdrawalStage.BeforeDeed ? firms : [])
        {
            await departure.LeaveAsync(@case, firm, calendar.Today(), request.Reason ?? request.Cause!, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var firm in seen.Stage == WithdrawalStage.BeforeDeed ? firms : [])
        {
            await engine.SignalAsync(@case, CaseSignals.FirmLeaves, firm.Id.Value, cancellationToken);
            await mail.QueueAsync(@case, firm, request.Reason ?? Words.Say($"changes.cause-{request.Cause}"), cancellationToken);
        }

        foreach (var change in changes)
        {
            await engine.StartBesideAsync(@case, ChangeProcesses.Withdrawal, change.Id, cancellationToken);
        }

        return new AcceptedWithdrawal([.. changes.Select(c => c.Id)], seen.ToDo.Count(), seen.Stage == WithdrawalStage.BeforeDeed);
    }

    private NetworkChange Open(Case @case, Participant firm, WithdrawalSimulation seen, AcceptWithdrawal request)
    {
        var change = new NetworkChange(Ids.New(clock), @case.Id, ChangeKind.Withdrawal, calendar.Today())
        {
            ParticipantId = firm.Id,
            Cause = request.Cause,
            NoticeOn = request.On,
            EffectiveOn = seen.Stage == WithdrawalStage.AfterEffect ? seen.LeavesOn : null,
            Text = request.Reason,
        };
        db.Add(change);
        foreach (var line in seen.ToDo.Where(l => l.Leaving == firm.Id))
        {
            Add(@case, change, line);
        }

        ChangeHistory.Record(history, @case, change, "changes.withdrawal-opened", request.On!.Value, seen.Choices.First(c => c.Participant == firm.Id.Value).Firm);
        return change;
    }

    private void Add(Case @case, NetworkChange change, Consequence line)
    {
        switch (line.Kind)
        {
            case ConsequenceKind.Task:
                db.Add(new ChangeTask(Ids.New(clock), change.Id, @case.Id, line.Code, line.Values) { DueOn = BusinessCalendar.AddWorkingDays(calendar.Today(), _usualDays) });
                break;
            case ConsequenceKind.Filing:
                var desk = db.Participants.Local.FirstOrDefault(p => p.Id == line.Filer)?.DeskId ?? @case.OwnerId;
                db.Add(new Filing(FilingId.New(clock), @case.Id, line.Filer, line.Chamber!, desk) { ChangeId = change.Id });
                break;
            case ConsequenceKind.Document or ConsequenceKind.Told:
                // The process asks for the document; what is only told asks for nothing.
                break;
        }
    }
}

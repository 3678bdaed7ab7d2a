using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Changes.SettleLine;

/// <summary>The desk has seen to one line of an accepted simulation.</summary>
/// <param name="On">Legal day; not to come.</param>
/// <param name="Note">What was done; null when nothing was said.</param>
[Access(Right.CaseManage)]
public sealed record SettleLine(Guid OperationId, CaseId CaseId, Guid Line, DateOnly? On, string? Note) : ICommand<Done>, ICaseRequest, IChecked
{
    private const int _longestNote = 2000;

    public IEnumerable<Refusal> Faults()
    {
        if (On is null)
        {
            yield return ChangeRefusals.DayMissing("on");
        }

        if (Note?.Length > _longestNote)
        {
            yield return ChangeRefusals.TooLong("note", _longestNote);
        }
    }
}

internal sealed class SettleLineHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<SettleLine, Result<Done>>
{
    public async Task<Result<Done>> Handle(SettleLine request, CancellationToken cancellationToken)
    {
        var line = await db.ChangeTasks.FirstOrDefaultAsync(t => t.Id == request.Line && t.CaseId == request.CaseId, cancellationToken);
        if (line is null)
        {
            return ChangeRefusals.NotFound;
        }

        var on = request.On!.Value;
        if (on > calendar.Today())
        {
            return ChangeRefusals.DayInFuture(on, "on");
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if ((await engine.OpenTasksAsync(@case, ChangeSteps.SettleLine, line.Id, cancellationToken)).Count == 0)
        {
            return ChangeRefusals.NotOpen;
        }

        line.Settle(on, request.Note);
        history.Record(@case, "changes.line-settled", on, new Dictionary<string, string> { ["change"] = line.ChangeId.ToString("N"), ["code"] = line.Code, ["date"] = $"{on:yyyy-MM-dd}" }, request.Note);
        await engine.CompleteAsync(@case, ChangeSteps.SettleLine, line.Id, "done", cancellationToken);
        return Done.It;
    }
}

using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting.ReviseText;

internal sealed class ReviseTextHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<ReviseText, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviseText request, CancellationToken cancellationToken)
    {
        if (await Rounds.OpenAsync(db, request.CaseId, cancellationToken) is not { } round)
        {
            return RoundRefusals.NoRound;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        history.Record(@case, "drafting.text-revised", calendar.Today(), new Dictionary<string, string> { ["number"] = round.Number.ToString(CultureInfo.InvariantCulture) }, request.Reason);
        await engine.SignalAsync(@case, CaseSignals.TextChanged, Guid.Empty, cancellationToken);
        return Done.It;
    }
}

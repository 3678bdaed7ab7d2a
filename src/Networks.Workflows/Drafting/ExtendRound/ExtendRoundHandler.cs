using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Drafting.ExtendRound;

internal sealed class ExtendRoundHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar)
    : IRequestHandler<ExtendRound, Result<Done>>
{
    public async Task<Result<Done>> Handle(ExtendRound request, CancellationToken cancellationToken)
    {
        if (await Rounds.OpenAsync(db, request.CaseId, cancellationToken) is not { } round)
        {
            return RoundRefusals.NoRound;
        }

        var lastDay = request.LastDay!.Value;
        var earliest = BusinessCalendar.AddWorkingDays(round.LastDay > calendar.Today() ? round.LastDay : calendar.Today(), 1);
        if (lastDay < earliest || !BusinessCalendar.IsWorkingDay(lastDay))
        {
            return RoundRefusals.LastDayWrong(earliest);
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        await MoveLinksAsync(round, lastDay, cancellationToken);
        round.LastDay = lastDay;
        history.Record(@case, "drafting.round-extended", calendar.Today(), new Dictionary<string, string> { ["last-day"] = lastDay.ToString("O", CultureInfo.InvariantCulture) });
        await engine.MoveDeadlineAsync(@case, DraftingSteps.Asked, lastDay, cancellationToken);
        await engine.CompleteAsync(@case, DraftingSteps.DecideOnSilence, null, "extended", cancellationToken);
        return Done.It;
    }

    private async Task MoveLinksAsync(ApprovalRound round, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var until = lastDay.AddDays(FirmLinks.DaysAfter);
        var links = await db.FirmLinks.Where(l => l.CaseId == round.CaseId && l.ReplacedAt == null && l.LastDay < until).ToListAsync(cancellationToken);
        links.ForEach(l => l.LastDay = until);
    }
}

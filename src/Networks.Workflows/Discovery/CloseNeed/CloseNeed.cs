using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Needs;

namespace Networks.Workflows.Discovery.CloseNeed;

/// <summary>
/// The asking desk takes its need down: it has found what it looked for, or no longer looks. When it no longer looks, the
/// firms that were still asked because of it are asked no more, without blame. Refused when it is over already.
/// </summary>
/// <param name="Ending">Found or withdrawn.</param>
[Access(Right.CaseManage)]
public sealed record CloseNeed(CaseId CaseId, Guid Need, NeedEnding? Ending) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId { get; init; }
}

internal sealed class CloseNeedHandler(NetworksDbContext db, NeedSteps steps, IntroductionEnding introductions, BusinessCalendar calendar) : IRequestHandler<CloseNeed, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseNeed request, CancellationToken cancellationToken)
    {
        var need = await db.NeedCalls.FirstOrDefaultAsync(n => n.Id == request.Need && n.CaseId == request.CaseId, cancellationToken);
        if (need is null)
        {
            return DiscoveryRefusals.NotFound;
        }

        if (!need.IsOpenOn(calendar.Today()))
        {
            return NeedRefusals.Closed;
        }

        if (request.Ending is not (NeedEnding.Found or NeedEnding.Withdrawn))
        {
            return NeedRefusals.EndingMissing;
        }

        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        steps.End(@case, need, request.Ending.Value);
        if (request.Ending == NeedEnding.Withdrawn)
        {
            var asked = await db.Introductions.Where(i => i.NeedId == need.Id && i.Status == IntroductionStatus.WithFirm).ToListAsync(cancellationToken);
            foreach (var introduction in asked)
            {
                await introductions.EndAsync(@case, introduction, cancellationToken);
            }
        }

        return Done.It;
    }
}

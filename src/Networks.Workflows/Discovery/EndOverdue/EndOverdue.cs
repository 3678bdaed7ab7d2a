using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Introductions;
using Networks.Workflows.Discovery.Needs;

namespace Networks.Workflows.Discovery.EndOverdue;

/// <summary>Ends an introduction whose time is over, whose firm allows it no more, or whose case takes no firms; nothing when it is none of these.</summary>
[Access(Right.ServiceRun)]
internal sealed record EndOverdueIntroduction(CaseId CaseId, Guid Introduction) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId => Guid.Empty;
}

internal sealed class EndOverdueIntroductionHandler(NetworksDbContext db, IntroductionEnding ending, BusinessCalendar calendar) : IRequestHandler<EndOverdueIntroduction, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndOverdueIntroduction request, CancellationToken cancellationToken)
    {
        var introduction = await db.Introductions.SingleAsync(i => i.Id == request.Introduction, cancellationToken);
        var firm = await db.Firms.SingleAsync(f => f.Id == introduction.FirmId, cancellationToken);
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (introduction.IsOpen && (calendar.IsOver(introduction.LastDay) || IntroductionRefusals.Over(@case) is not null || !IntroductionConsent.Allows(firm, introduction, calendar.Today())))
        {
            await ending.EndAsync(@case, introduction, cancellationToken);
        }

        return Done.It;
    }
}

/// <summary>Ends a need whose last day is over or whose case takes no firms; nothing when it is neither.</summary>
[Access(Right.ServiceRun)]
internal sealed record EndOverdueNeed(CaseId CaseId, Guid Need) : ICommand<Done>, ICaseRequest
{
    public Guid OperationId => Guid.Empty;
}

internal sealed class EndOverdueNeedHandler(NetworksDbContext db, NeedSteps steps, BusinessCalendar calendar) : IRequestHandler<EndOverdueNeed, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndOverdueNeed request, CancellationToken cancellationToken)
    {
        var need = await db.NeedCalls.SingleAsync(n => n.Id == request.Need, cancellationToken);
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (need.ClosedOn is null && (!need.IsOpenOn(calendar.Today()) || IntroductionRefusals.Over(@case) is not null))
        {
            steps.End(@case, need, NeedEnding.Expired);
        }

        return Done.It;
    }
}

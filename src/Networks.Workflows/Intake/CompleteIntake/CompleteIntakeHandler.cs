using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;

namespace Networks.Workflows.Intake.CompleteIntake;

internal sealed class CompleteIntakeHandler(NetworksDbContext db, WorkflowEngine engine, CaseHistory history, BusinessCalendar calendar, IActor actor)
    : IRequestHandler<CompleteIntake, Result<Done>>
{
    public const string Completed = "intake.completed";

    public async Task<Result<Done>> Handle(CompleteIntake request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        var network = await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == @case.Id, cancellationToken);
        var gaps = await IntakeGaps.OfAsync(db, network, actor.Association, cancellationToken);
        if (gaps.Any(g => g.Blocks))
        {
            return IntakeRefusals.NotComplete with { Others = [.. gaps.Where(g => g.Blocks).Select(g => new Refusal(RefusalKind.Conflict, g.Code, g.Values))] };
        }

        history.Record(@case, Completed, calendar.Today());
        return await engine.CompleteAsync(@case, IntakeSteps.CompleteIntake, null, "complete", cancellationToken)
            ? Done.It
            : IntakeRefusals.AlreadyComplete;
    }
}

internal sealed class ReviewIntakeHandler(NetworksDbContext db, IActor actor) : IRequestHandler<ReviewIntake, Result<IntakeReview>>
{
    public async Task<Result<IntakeReview>> Handle(ReviewIntake request, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.AsNoTracking().SingleAsync(n => n.CaseId == request.CaseId, cancellationToken);
        var open = await db.WorkItems.AsNoTracking().AnyAsync(
            i => i.CaseId == request.CaseId && i.Status == WorkItemStatus.Open && i.Path.EndsWith("/" + IntakeSteps.CompleteIntake), cancellationToken);
        var firms = await db.Participants.CountAsync(p => p.CaseId == request.CaseId && p.Status == ParticipantStatus.Active, cancellationToken);
        var mine = await db.Cases.AnyAsync(c => c.Id == request.CaseId && c.OwnerId == actor.Association, cancellationToken);
        return new IntakeReview(network.Name, firms, open, mine, await IntakeGaps.OfAsync(db, network, actor.Association, cancellationToken));
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Incubation.BeginIncubation;

/// <summary>For a network that was in effect before the service looked after such ones: from now on it does.</summary>
[Access(Right.CaseManage)]
public sealed record BeginIncubation(Guid OperationId, CaseId CaseId) : ICommand<Done>, ICaseRequest;

internal sealed class BeginIncubationHandler(NetworksDbContext db, Incubator incubator, CaseHistory history, BusinessCalendar calendar) : IRequestHandler<BeginIncubation, Result<Done>>
{
    public async Task<Result<Done>> Handle(BeginIncubation request, CancellationToken cancellationToken)
    {
        var @case = await db.Cases.SingleAsync(c => c.Id == request.CaseId, cancellationToken);
        if (@case.Status != CaseStatus.InEffect)
        {
            return IncubationRefusals.NotInEffect;
        }

        if (!await incubator.BeginAsync(@case, cancellationToken))
        {
            return IncubationRefusals.BegunAlready;
        }

        history.Record(@case, "incubation.begun", calendar.Today());
        return Done.It;
    }
}

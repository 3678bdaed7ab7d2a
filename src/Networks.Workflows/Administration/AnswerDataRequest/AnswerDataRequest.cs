using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.AnswerDataRequest;

/// <summary>The firm has its answer today: the copy was handed over, or it was told why what it asked is not done.</summary>
/// <remarks>Refused: answered before, or "erased", which only the erasure itself says.</remarks>
[Access(Right.PersonalData)]
public sealed record AnswerDataRequest(Guid DataRequest, DataRequestOutcome? Outcome) : ICommand<Done>, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Outcome is null)
        {
            yield return DataRefusals.Outcome;
        }
    }
}

internal sealed class AnswerDataRequestHandler(NetworksDbContext db, IActor actor, Journal journal, BusinessCalendar calendar) : IRequestHandler<AnswerDataRequest, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerDataRequest request, CancellationToken cancellationToken)
    {
        if (await db.DataRequests.FirstOrDefaultAsync(r => r.Id == request.DataRequest && r.AssociationId == actor.Association, cancellationToken) is not { } asked)
        {
            return AdministrationRefusals.NotFound;
        }

        if (asked.Outcome is not null)
        {
            return DataRefusals.Answered;
        }

        var outcome = request.Outcome!.Value;
        if (outcome == DataRequestOutcome.Erased || (outcome == DataRequestOutcome.Given && asked.Kind != DataRequestKind.Copy))
        {
            return DataRefusals.OutcomeErased;
        }

        asked.Answer(outcome, calendar.Today(), actor.Officer);
        journal.Tell("request", $"{asked.Id}");
        journal.Tell("outcome", $"{outcome}");
        return Done.It;
    }
}

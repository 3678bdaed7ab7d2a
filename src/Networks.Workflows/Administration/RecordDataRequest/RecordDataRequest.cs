using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.RecordDataRequest;

/// <summary>A firm of the person's desk has asked for a copy of its data, or for their erasure. From that day the term runs.</summary>
/// <remarks>Refused: a day to come or longer ago than a year, or the same question that still waits for its answer.</remarks>
[Access(Right.PersonalData)]
public sealed record RecordDataRequest(FirmId Firm, DataRequestKind? Kind, DateOnly? AskedOn) : ICommand<Guid>, IChecked
{
    public Guid OperationId { get; init; }

    public IEnumerable<Refusal> Faults()
    {
        if (Kind is null)
        {
            yield return DataRefusals.Kind;
        }

        if (AskedOn is null)
        {
            yield return DataRefusals.AskedOn;
        }
    }
}

internal sealed class RecordDataRequestHandler(NetworksDbContext db, IActor actor, Journal journal, BusinessCalendar calendar, TimeProvider clock) : IRequestHandler<RecordDataRequest, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RecordDataRequest request, CancellationToken cancellationToken)
    {
        if (await db.OwnFirmAsync(actor, request.Firm, cancellationToken) is not { } firm)
        {
            return AdministrationRefusals.NotFound;
        }

        var (asked, today) = (request.AskedOn!.Value, calendar.Today());
        if (asked > today || asked < today.AddYears(-1))
        {
            return DataRefusals.AskedOn;
        }

        var kind = request.Kind!.Value;
        if (await db.DataRequests.AnyAsync(r => r.FirmId == firm.Id && r.Kind == kind && r.Outcome == null, cancellationToken))
        {
            return DataRefusals.Already;
        }

        var made = new DataRequest(Ids.New(clock), firm.Id, firm.HeldBy, kind, asked, DataTerm.Of(asked), clock.GetUtcNow()) { RecordedBy = actor.Officer };
        db.Add(made);
        journal.Tell("request", $"{made.Id}");
        journal.Tell("kind", $"{kind}");
        journal.Tell("due", $"{made.DueOn:yyyy-MM-dd}");
        return made.Id;
    }
}

using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Administration;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration.ListDataRequests;

/// <summary>What firms asked the person's desk about their data: those that wait first, by their last day.</summary>
[Access(Right.PersonalData)]
public sealed record ListDataRequests : IQuery<IReadOnlyList<DataRequestRow>>;

/// <param name="Firm">Null once nobody may know any more which firm it was.</param>
/// <param name="WorkingDays">From today to the last day; negative when it has passed.</param>
/// <param name="Outcome">Null while the answer is owed.</param>
public sealed record DataRequestRow(Guid Id, FirmId? Firm, string FirmName, DataRequestKind Kind, DateOnly AskedOn, DateOnly DueOn, int WorkingDays, DataRequestOutcome? Outcome, DateOnly? AnsweredOn, string? AnsweredBy);

internal sealed class ListDataRequestsHandler(NetworksDbContext db, IActor actor, BusinessCalendar calendar) : IRequestHandler<ListDataRequests, Result<IReadOnlyList<DataRequestRow>>>
{
    public async Task<Result<IReadOnlyList<DataRequestRow>>> Handle(ListDataRequests request, CancellationToken cancellationToken) =>
        await DataRequestRows.ReadAsync(db, db.DataRequests.Where(r => r.AssociationId == actor.Association), calendar.Today(), cancellationToken);
}

internal static class DataRequestRows
{
    public static async Task<List<DataRequestRow>> ReadAsync(NetworksDbContext db, IQueryable<DataRequest> requests, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await (
            from r in requests.AsNoTracking()
            join f in db.Firms on r.FirmId equals f.Id
            select new { Row = r, f.Name, f.ErasedOn, By = db.Officers.Where(o => o.Id == r.AnsweredBy).Select(o => o.FullName).FirstOrDefault() }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.Row.Outcome is not null).ThenBy(r => r.Row.DueOn).Select(r => new DataRequestRow(
            r.Row.Id, r.ErasedOn is null ? r.Row.FirmId : null, r.Name, r.Row.Kind, r.Row.AskedOn, r.Row.DueOn,
            r.Row.DueOn >= today ? BusinessCalendar.WorkingDaysBetween(today, r.Row.DueOn) : -BusinessCalendar.WorkingDaysBetween(r.Row.DueOn, today),
            r.Row.Outcome, r.Row.AnsweredOn, r.By))];
    }
}

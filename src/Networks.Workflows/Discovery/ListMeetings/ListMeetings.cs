using MediatR;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Meetings;

namespace Networks.Workflows.Discovery.ListMeetings;

/// <summary>The meetings of the person's desk with firms that were introduced, on either side; coming ones first.</summary>
[Access(Right.DeskWork)]
public sealed record ListMeetings : IQuery<IReadOnlyList<MeetingRow>>
{
    public const int Most = 200;
}

/// <param name="Mine">The person's desk proposed it.</param>
/// <param name="Times">The proposed beginnings with what speaks against each; the chosen one alone once it is fixed.</param>
public sealed record MeetingRow(
    Guid Id, Guid Introduction, CaseId CaseId, bool Mine, string Network, string Firm, string OtherDesk, string Place, MeetingStatus Status, DateTimeOffset? StartsAt, IReadOnlyList<MeetingTime> Times);

internal sealed class ListMeetingsHandler(NetworksDbContext db, IActor actor, MeetingConflicts conflicts) : IRequestHandler<ListMeetings, Result<IReadOnlyList<MeetingRow>>>
{
    public async Task<Result<IReadOnlyList<MeetingRow>>> Handle(ListMeetings request, CancellationToken cancellationToken)
    {
        var found = await (
            from m in db.Meetings.AsNoTracking()
            join i in db.Introductions.AsNoTracking() on m.IntroductionId equals i.Id
            where i.AskingDesk == actor.Association || i.HoldingDesk == actor.Association
            join f in db.Firms on i.FirmId equals f.Id
            join n in db.EnterpriseNetworks on i.CaseId equals n.CaseId
            join asking in db.Associations on i.AskingDesk equals asking.Id
            join holding in db.Associations on i.HoldingDesk equals holding.Id
            orderby m.ProposedOn descending
            select new { Meeting = m, Introduction = i, Firm = f.Name, n.Name, Asking = asking.DeskName, Holding = holding.DeskName }).Take(ListMeetings.Most).ToListAsync(cancellationToken);
        var rows = new List<MeetingRow>();
        foreach (var x in found)
        {
            var (m, mine) = (x.Meeting, x.Introduction.AskingDesk == actor.Association);
            IReadOnlyList<MeetingTime> times = m.Status is MeetingStatus.Proposed or MeetingStatus.Fixed
                ? await conflicts.OfAsync(x.Introduction, m.Id, m.StartsAt is { } at ? [at] : m.Slots, cancellationToken) : [];
            rows.Add(new MeetingRow(m.Id, m.IntroductionId, m.CaseId, mine, x.Name, x.Firm, mine ? x.Holding : x.Asking, m.Place, m.Status, m.StartsAt, times));
        }

        return rows.OrderBy(r => r.Status is not (MeetingStatus.Proposed or MeetingStatus.Fixed)).ThenBy(r => r.StartsAt ?? r.Times.Select(t => (DateTimeOffset?)t.StartsAt).FirstOrDefault()).ToList();
    }
}

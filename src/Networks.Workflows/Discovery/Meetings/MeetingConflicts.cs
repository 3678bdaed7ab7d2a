using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Meetings;

/// <summary>A proposed beginning with what speaks against it. Nothing of it forbids the meeting.</summary>
public sealed record MeetingTime(DateTimeOffset StartsAt, IReadOnlyList<string> Warnings);

/// <summary>Looks for what speaks against a time: other meetings of the same firm or desks, days and hours on which few work.</summary>
internal sealed class MeetingConflicts(NetworksDbContext db)
{
    private static readonly TimeOnly _opens = new(8, 0);
    private static readonly TimeOnly _closes = new(18, 0);

    /// <param name="self">The meeting that the times belong to; null for one that is not there yet.</param>
    public async Task<IReadOnlyList<MeetingTime>> OfAsync(Introduction introduction, Guid? self, IReadOnlyList<DateTimeOffset> times, CancellationToken cancellationToken)
    {
        var others = await (
            from m in db.Meetings.AsNoTracking()
            where m.Id != self && (m.Status == MeetingStatus.Proposed || m.Status == MeetingStatus.Fixed)
            join i in db.Introductions on m.IntroductionId equals i.Id
            where i.FirmId == introduction.FirmId || i.AskingDesk == introduction.AskingDesk || i.HoldingDesk == introduction.AskingDesk
            select new { m.Status, m.StartsAt, m.Slots, SameFirm = i.FirmId == introduction.FirmId }).ToListAsync(cancellationToken);
        return [.. times.Select(time => new MeetingTime(time, [.. Warnings(time)]))];

        IEnumerable<string> Warnings(DateTimeOffset time)
        {
            var day = BusinessCalendar.DayOf(time);
            var hour = BusinessCalendar.TimeOf(time);
            if (!BusinessCalendar.IsWorkingDay(day))
            {
                yield return Words.Say("discovery.meeting-holiday", day.ToString("dddd d MMMM", CultureInfo.CurrentCulture));
            }

            if (hour < _opens || hour >= _closes)
            {
                yield return Words.Say("discovery.meeting-hours");
            }

            var meets = others.Where(o => (o.StartsAt is { } at ? [at] : o.Slots).Any(at => (at - time).Duration() < TimeSpan.FromMinutes(Meeting.Minutes))).ToList();
            if (meets.Exists(o => o.SameFirm))
            {
                yield return Words.Say("discovery.meeting-same-firm");
            }

            if (meets.Exists(o => !o.SameFirm))
            {
                yield return Words.Say("discovery.meeting-same-desk");
            }
        }
    }
}

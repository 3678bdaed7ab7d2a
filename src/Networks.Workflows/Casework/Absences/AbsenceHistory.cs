using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.Absences;

/// <summary>Tells the networks that go with an absence of it: whoever reads their history later knows who followed them when.</summary>
internal sealed class AbsenceHistory(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar)
{
    /// <param name="name">A word of <see cref="CaseworkEvents"/>.</param>
    /// <param name="standIn">Name of the colleague.</param>
    public async Task TellAsync(Absence absence, AssociationId desk, string name, string standIn, CancellationToken cancellationToken)
    {
        OfficerId? me = absence.OfficerId;

        // Those that nobody of the desk has written in are everybody's, and stay so.
        var followed = await FollowedCases.Of(db, FollowedCases.OfDesk(db, desk), desk, [me])
            .Where(c => db.CaseEvents.Any(e => e.CaseId == c.Id && e.OfficerId == me))
            .Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var @case in await db.Cases.Where(c => followed.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            history.Record(@case, name, calendar.Today(), new Dictionary<string, string>
            {
                ["from"] = absence.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["until"] = absence.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            }, standIn);
        }
    }
}

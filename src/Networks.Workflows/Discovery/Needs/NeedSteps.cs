using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Associations;
using Networks.Data.Cases;
using Networks.Data.Discovery;
using Networks.Data.Officers;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.Needs;

/// <summary>A desk that is asked, with the people who get the mail.</summary>
internal sealed record AskedDesk(Association Desk, IReadOnlyList<Officer> People);

/// <summary>What the acts on a need share.</summary>
internal sealed class NeedSteps(NetworksDbContext db, CaseHistory history, BusinessCalendar calendar)
{
    /// <summary>The desks of the programme but the asking one, and who works at them.</summary>
    public async Task<IReadOnlyList<AskedDesk>> OthersAsync(Case @case, CancellationToken cancellationToken)
    {
        var desks = await db.Associations.AsNoTracking()
            .Where(a => a.ProgrammeId == @case.ProgrammeId && a.Id != @case.OwnerId && a.Kind == AssociationKind.Desk).OrderBy(a => a.DeskName).ToListAsync(cancellationToken);
        var ids = desks.ConvertAll(d => d.Id);
        var people = (await DeskPeople.OfAsync(db, ids, cancellationToken)).ToLookup(o => o.AssociationId);
        return [.. desks.Select(d => new AskedDesk(d, [.. people[d.Id]])).Where(d => d.People.Count > 0)];
    }

    /// <summary>Ends a need. Whoever was still asked because of a need that is withdrawn is asked no more.</summary>
    public void End(Case @case, NeedCall need, NeedEnding ending)
    {
        need.ClosedOn = calendar.Today();
        need.Ending = ending;
        Record(@case, need, NeedEvents.Closed, new() { ["ending"] = ending.ToString() });
    }

    public void Record(Case @case, NeedCall need, string name, Dictionary<string, string> facts, string? personalText = null)
    {
        facts["need"] = need.Id.ToString("N", CultureInfo.InvariantCulture);
        history.Record(@case, name, calendar.Today(), facts, personalText);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;

namespace Networks.Workflows.Intake;

/// <summary>The references of cases: year of opening and a number without gaps.</summary>
internal sealed class CaseReferences(NetworksDbContext db)
{
    /// <summary>Raised before it is read: two desks that open at once wait for one another on the counter's row, none runs again.</summary>
    public async Task<string> NextAsync(int year, CancellationToken cancellationToken)
    {
        var series = $"case-{year}";
        var counter = db.Counters.Where(c => c.Name == series);
        if (await counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + 1), cancellationToken) == 0)
        {
            db.Add(new Counter(series) { Last = 1 });
            return Reference(year, 1);
        }

        return Reference(year, await counter.Select(c => c.Last).SingleAsync(cancellationToken));
    }

    private static string Reference(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"N-{year}-{number:0000}");
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;

namespace Networks.Workflows.Monitoring.Indicators;

/// <summary>The days of a programme that have been; its targets are counted over them.</summary>
/// <param name="Last">Today, or the programme's last day where that has passed.</param>
/// <param name="HasBegun">Before its first day nothing can be said of a target.</param>
internal readonly record struct ProgrammePeriod(DateOnly First, DateOnly Last, bool HasBegun, bool IsOver)
{
    public static async Task<ProgrammePeriod> ReadAsync(NetworksDbContext db, ProgrammeId programme, DateOnly today, CancellationToken cancellationToken)
    {
        var own = await db.Programmes.Where(p => p.Id == programme).Select(p => new { p.From, p.Until }).SingleAsync(cancellationToken);
        return new ProgrammePeriod(own.From ?? DateOnly.MinValue, own.Until < today ? own.Until.Value : today, own.From is null || own.From <= today, own.Until < today);
    }
}

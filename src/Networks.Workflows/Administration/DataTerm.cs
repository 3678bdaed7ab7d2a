using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Common;

namespace Networks.Workflows.Administration;

/// <summary>By when a person or a firm that asked about its data has the answer.</summary>
public static class DataTerm
{
    /// <summary>
    /// One month after the question was received (GDPR article 12(3)): it ends on the same date of the next month, or on that
    /// month's last day, and on the next working day where that is none (Regulation 1182/71, article 3).
    /// </summary>
    /// <returns>Last day, inclusive.</returns>
    public static DateOnly Of(DateOnly askedOn) => BusinessCalendar.NextWorkingDay(askedOn.AddMonths(1));
}

internal static class OwnFirms
{
    /// <returns>Null for a firm that is not there, of another desk, or whose identity was erased.</returns>
    public static Task<Firm?> OwnFirmAsync(this NetworksDbContext db, IActor actor, FirmId firm, CancellationToken cancellationToken) =>
        db.Firms.FirstOrDefaultAsync(f => f.Id == firm && f.HeldBy == actor.Association && f.ErasedOn == null, cancellationToken);
}

using Microsoft.EntityFrameworkCore;

namespace Networks.Data.Firms;

/// <summary>How rows that come with their lists are read.</summary>
/// <remarks>
/// A firm alone has two lists, its representatives and its consents, a handful of each: their product is smaller than two
/// more trips to the database, and what is read in one statement is of one moment. A test finds a second such row.
/// </remarks>
public static class FirmReading
{
    public const QuerySplittingBehavior Behavior = QuerySplittingBehavior.SingleQuery;
}

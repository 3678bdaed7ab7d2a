using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;

namespace Networks.Workflows.Common;

/// <summary>A network in which a firm takes part by the Chambers' open workbook. A hint: the workbook is as old as its day.</summary>
/// <param name="AsOf">The day that the workbook speaks of.</param>
public sealed record KnownNetworkHint(string Network, NetworkKind Kind, DateOnly? DeedOn, bool IsReference, DateOnly AsOf)
{
    public string Text => DeedOn is { } deed
        ? Words.Say(IsReference ? "discovery.known-network-reference" : "discovery.known-network", Network, deed, AsOf)
        : Words.Say("discovery.known-network-undated", Network, AsOf);
}

/// <summary>"Is this firm already in a network?"</summary>
public static class KnownNetworkHints
{
    /// <summary>One statement for many firms.</summary>
    public static async Task<ILookup<string, KnownNetworkHint>> OfAsync(NetworksDbContext db, IReadOnlyCollection<string> taxCodes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var known = await (
            from m in db.KnownMembers.AsNoTracking()
            where taxCodes.Contains(m.TaxCode)
            join w in db.NetworkWorkbooks on m.WorkbookId equals w.Id
            orderby m.DeedOn descending
            select new { m.TaxCode, m.Network, m.Kind, m.DeedOn, m.IsReference, w.AsOf }).ToListAsync(cancellationToken);
        return known.ToLookup(m => m.TaxCode, m => new KnownNetworkHint(m.Network, m.Kind, m.DeedOn, m.IsReference, m.AsOf), StringComparer.Ordinal);
    }
}

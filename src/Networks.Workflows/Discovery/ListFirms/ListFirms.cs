using System.Text.Json.Serialization;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Discovery.ListFirms;

/// <summary>The firms that the person's desk follows; those that fit, the best first, or all by name.</summary>
/// <param name="Page">From 1.</param>
[Access(Right.DeskWork)]
public sealed record ListFirms(Facets Facets, int Page = 1) : IQuery<FirmList>
{
    public const int PageSize = 50;

    /// <summary>Rows of a page; files ask for larger ones.</summary>
    [JsonIgnore]
    public int AtOnce { get; init; } = PageSize;

    /// <summary>Only these, by name; none for all that fit.</summary>
    [JsonIgnore]
    public IReadOnlyList<FirmId> Chosen { get; init; } = [];
}

/// <param name="Total">All that fit, at most <paramref name="Limit"/> when something is looked for.</param>
/// <param name="Limit">More than so many that fit are not counted.</param>
public sealed record FirmList(IReadOnlyList<FirmListRow> Rows, int Total, int Limit);

/// <param name="Shown">Other desks may find it by its card.</param>
/// <param name="CardMade">It has one; without, fewer than k firms are like it, or the card is still being made.</param>
public sealed record FirmListRow(FirmId Id, string Name, string TaxCode, string? Province, string? Division, SizeClass? Size, bool Shown, bool CardMade)
{
    /// <summary>The network in which it is by the Chambers' workbook; null for none.</summary>
    public KnownNetworkHint? Elsewhere { get; init; }
}

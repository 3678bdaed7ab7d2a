using Networks.Data;
using Networks.Data.Cases;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Casework.ListNetworks;

/// <summary>
/// The cases that the person may see: those of the own desk and those with a firm of it; for an auditor all of the
/// programme; for the lead's monitor all of it without names, until a network is in effect.
/// </summary>
/// <param name="Text">Part of a name, a reference, a firm's name or the need; never matched against what the person may not read.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Rows of a page.</param>
[Access(Right.OwnAccount)]
public sealed record ListNetworks(string? Text, CasePhase? Phase, CaseStatus? Status, int Page = 1, int PageSize = ListNetworks.UsualPageSize) : IQuery<NetworkList>
{
    /// <summary>Rows that a page shows.</summary>
    public const int UsualPageSize = 50;

    /// <summary>Only what comes after this case; null for the beginning. Unlike a page number it skips and repeats nothing when cases are opened meanwhile.</summary>
    public CaseId? After { get; init; }

    /// <summary>Only these; none for all.</summary>
    public IReadOnlyList<CaseId> Chosen { get; init; } = [];
}

/// <param name="Total">Rows that match, on all pages.</param>
/// <param name="Any">Whether there is any row without the filter.</param>
public sealed record NetworkList(IReadOnlyList<NetworkRow> Rows, int Total, bool Any, DateOnly Today);

public sealed record NetworkRow
{
    public CaseId Id { get; init; }

    public string Reference { get; init; } = "";

    /// <summary>Null where the person may know that the case exists and not whose it is.</summary>
    public string? Name { get; init; }

    public CasePhase Phase { get; init; }

    public CaseStatus Status { get; init; }

    /// <summary>The desk that leads it.</summary>
    public string Desk { get; init; } = "";

    public bool IsOwn { get; init; }

    /// <summary>Whether the person may open its page.</summary>
    public bool MayOpen { get; init; }

    public DateOnly OpenedOn { get; init; }

    public DateOnly? EffectOn { get; init; }

    /// <summary>Firms that take part now; null where the person may not know.</summary>
    public int? Firms { get; init; }

    /// <summary>Nearest due day of an open task; null without one, or where the person may not know.</summary>
    public DateOnly? NextDueOn { get; init; }
}

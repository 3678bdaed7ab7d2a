using System.Text.Json.Serialization;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.ShowRegion;

namespace Networks.Workflows.Monitoring.ListRegion;

/// <summary>The networks behind a number of the lead's picture.</summary>
/// <param name="Page">From 1.</param>
[Access(Right.RegionRead)]
public sealed record ListRegion(RegionFilter Filter, int Page = 1) : IQuery<RegionList>
{
    public const int PageSize = 50;

    /// <summary>Rows of a page; files ask for larger ones.</summary>
    [JsonIgnore]
    public int AtOnce { get; init; } = PageSize;
}

/// <summary>What a list is narrowed to; null for anything.</summary>
public sealed record RegionFilter
{
    public AssociationId? Desk { get; init; }

    /// <summary>First day of the month of opening.</summary>
    public DateOnly? OpenedIn { get; init; }

    public RegionState? State { get; init; }

    /// <summary>Has come so far or farther, whatever became of it; see <see cref="By"/>.</summary>
    public RegionState? Reached { get; init; }

    /// <summary>Counts what was reached by the end of that day.</summary>
    public DateOnly? By { get; init; }

    /// <summary>First day of the month of effect.</summary>
    public DateOnly? EffectIn { get; init; }

    /// <summary>In its phase for longer than usual.</summary>
    public bool Stopped { get; init; }

    /// <summary>Has an open task of that desk itself.</summary>
    public AssociationId? WorkOf { get; init; }

    /// <summary>That task is past its day; with <see cref="WorkOf"/>.</summary>
    public bool Overdue { get; init; }

    /// <summary>Has an open task of a firm that the desk follows.</summary>
    public AssociationId? FirmsOf { get; init; }

    /// <summary>On its way to effect.</summary>
    public bool Open { get; init; }

    /// <summary>Stored word of an indicator: the networks behind its number for <see cref="Month"/>, or for the programme so far.</summary>
    public string? Indicator { get; init; }

    /// <summary>First day of the indicator's month; null for the programme so far.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>As they were counted when the month was frozen; else as they are known now.</summary>
    public bool AsFrozen { get; init; }

    /// <summary>Sigla of a province of which there is a list.</summary>
    public string? Province { get; init; }
}

/// <param name="Total">On all pages.</param>
/// <param name="Desks">To choose from.</param>
public sealed record RegionList(string Programme, IReadOnlyList<RegionRow> Rows, int Total, IReadOnlyList<DeskName> Desks);

/// <param name="Name">Once it is in effect and so in the public register; null before.</param>
/// <param name="Days">In its phase; null once it is in effect or closed.</param>
/// <param name="Cause">Whom it waits for; null once it is in effect or closed.</param>
public sealed record RegionRow(
    CaseId Id, string Reference, string? Name, string Desk, RegionState State, DateOnly OpenedOn, DateOnly? EffectOn, int? Days, bool IsStopped, Cause? Cause);

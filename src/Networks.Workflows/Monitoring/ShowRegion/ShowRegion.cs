using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;

namespace Networks.Workflows.Monitoring.ShowRegion;

/// <summary>The lead's picture of the programme: how networks flow, what holds them up and whose turn it is, without the desks' books.</summary>
[Access(Right.RegionRead)]
public sealed record ShowRegion : IQuery<RegionView>;

/// <summary>Where a network stands, as the lead counts it.</summary>
public enum RegionState
{
    Intake,
    Discovery,
    Drafting,
    Signing,
    Registration,
    InEffect,
    Closed,
}

/// <param name="Open">Networks on their way to effect.</param>
/// <param name="Funnel">Empty while fewer networks were opened than may be told.</param>
/// <param name="ByDesk">Null while fewer networks were opened than may be told.</param>
/// <param name="Stopped">Longest over the usual first.</param>
public sealed record RegionView(
    string Programme,
    DateOnly Today,
    int Open,
    IReadOnlyList<FunnelStage> Funnel,
    DeskTable? ByDesk,
    IReadOnlyList<StoppedCase> Stopped,
    IReadOnlyList<UsualTime> Times,
    ProvinceTable? Provinces);

/// <summary>How many networks came so far, whatever became of them.</summary>
/// <param name="Count">Null when it is small.</param>
/// <param name="Percent">Of the stage before; null for the first and beside a small count.</param>
public sealed record FunnelStage(RegionState Stage, int? Count, int? Percent);

/// <param name="Columns">The states that each column counts: several where one alone would be small.</param>
public sealed record DeskTable(IReadOnlyList<string> Desks, IReadOnlyList<IReadOnlyList<RegionState>> Columns, CountTable Counts);

/// <summary>Firms of networks that are not closed, each once, by the province of the register.</summary>
/// <param name="Names">Name of the province; null for firms without one.</param>
public sealed record ProvinceTable(IReadOnlyList<string?> Names, CountTable Counts);

/// <summary>A network that is in its phase for longer than usual, and who could end that.</summary>
/// <param name="Days">Calendar days in the phase.</param>
/// <param name="Party">Whom it waits for, as the whose-turn clock has it.</param>
/// <param name="Task">The task's own word; null while it is suspended by its desk.</param>
/// <param name="Parties">Of that party, how many are waited for with that task.</param>
/// <param name="Since">Since when the first of them has the turn.</param>
public sealed record StoppedCase(
    CaseId Id, string Reference, string Desk, CasePhase Phase, int Days, UsualTime Usual, WaitsFor Party, string? Task, int Parties, DateOnly Since);

using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Work;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.FundingCalls;

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

/// <param name="Since">The first day of which something is known; null before the first network.</param>
/// <param name="Open">Networks on their way to effect.</param>
/// <param name="Stopped">Longest over the usual first; the first <see cref="StoppedShown"/> of them.</param>
/// <param name="StoppedCount">All of them.</param>
/// <param name="Provinces">Null while no province has as many firms as may be told.</param>
/// <param name="Silent">Desks of the programme without any network: nothing is known of them, which is not zero.</param>
public sealed record RegionView(
    string Programme,
    DateOnly Today,
    DateOnly? Since,
    int Open,
    IReadOnlyList<FunnelStage> Funnel,
    DeskTable ByDesk,
    IReadOnlyList<StoppedCase> Stopped,
    int StoppedCount,
    IReadOnlyList<UsualTime> Times,
    ProvinceTable? Provinces,
    CycleTimes Cycle,
    IReadOnlyList<FlowMonth> Flow,
    IReadOnlyList<DeskLoad> Loads,
    IReadOnlyList<string> Silent)
{
    /// <summary>Calls for funds that are not over, the nearest first.</summary>
    public IReadOnlyList<CallRow> Calls { get; init; } = [];

    /// <summary>Rows of the table of those that are held up; the rest is in the list.</summary>
    public const int StoppedShown = 25;
}

/// <summary>How many networks came so far, whatever became of them.</summary>
/// <param name="Percent">Of the stage before; null for the first and where nothing had come to the stage before.</param>
public sealed record FunnelStage(RegionState Stage, int Count, int? Percent);

public sealed record DeskName(AssociationId Id, string Name);

/// <summary>Networks by desk and state. They are told one by one in the lead's list, so no count of them is kept back.</summary>
/// <param name="States">Those in which any network stands.</param>
/// <param name="Counts">By desk, then state.</param>
public sealed record DeskTable(IReadOnlyList<DeskName> Desks, IReadOnlyList<RegionState> States, IReadOnlyList<IReadOnlyList<int>> Counts);

/// <summary>Firms of networks that are not closed, each once, by the province of the register; the fullest first.</summary>
/// <param name="SmallCell">Firms are told in bands of so many.</param>
/// <param name="Beyond">Networks with firms of more than one province, in percent, from the middles of the bands; null where few are, or few are not.</param>
public sealed record ProvinceTable(IReadOnlyList<ProvinceRow> Rows, int SmallCell, int? Beyond)
{
    /// <summary>Made from the rows alone: an exact sum would give the last of them away.</summary>
    public int AtLeast => Rows.Sum(r => r.Firms.IsSmall ? 0 : r.Firms.From);
}

/// <param name="Sigla">Null for firms without a province.</param>
/// <param name="HasList">Its networks can be listed.</param>
public sealed record ProvinceRow(string? Sigla, CountRange Firms, bool HasList);

/// <summary>A network that is in its phase for longer than usual, and who could end that.</summary>
/// <param name="Days">Calendar days in the phase.</param>
public sealed record StoppedCase(CaseId Id, string Reference, string Desk, CasePhase Phase, int Days, UsualTime Usual, Cause Cause);

/// <summary>Whom a network waits for.</summary>
/// <param name="Party">As the whose-turn clock has it.</param>
/// <param name="Task">The task's own word; null while it is suspended by its desk.</param>
/// <param name="Parties">Of that party, how many are waited for with that task: firms of one network, so in a band.</param>
/// <param name="Since">Since when the first of them has the turn.</param>
public sealed record Cause(WaitsFor Party, string? Task, CountRange Parties, DateOnly Since);

/// <summary>From the first call to the effect, network by network.</summary>
/// <param name="Months">By month of effect, in order.</param>
/// <param name="Median">Null while nothing has come into effect.</param>
public sealed record CycleTimes(IReadOnlyList<CyclePoint> Points, IReadOnlyList<CycleMonth> Months, int? Median, int? EightyFive);

public sealed record CyclePoint(CaseId Id, string Reference, DateOnly EffectOn, int Days);

public sealed record CycleMonth(DateOnly Month, int Networks, int Median, int EightyFive);

/// <summary>How many networks had come so far by the end of a month, or by today.</summary>
/// <param name="Reached">By stage from the first to the effect.</param>
public sealed record FlowMonth(DateOnly Month, DateOnly Until, IReadOnlyList<int> Reached);

/// <summary>What a desk has in hand, in networks on their way: tasks of a network are as many as its firms, so they are not counted.</summary>
/// <param name="Open">Its own.</param>
/// <param name="Tasks">Its own and those of others in which it has a task.</param>
/// <param name="Overdue">Of these, in which one is past its day.</param>
/// <param name="Firms">In which a firm that it follows has a task.</param>
public sealed record DeskLoad(DeskName Desk, int Open, int Tasks, int Overdue, int Firms);

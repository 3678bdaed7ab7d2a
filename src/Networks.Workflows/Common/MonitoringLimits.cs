namespace Networks.Workflows.Common;

/// <summary>From how many on something is told; configuration section <c>Networks:Monitoring</c>.</summary>
public sealed record MonitoringLimits
{
    public const string Section = "Networks:Monitoring";

    public static readonly MonitoringLimits Default = new();

    /// <summary>A count of firms, or of what networks ask for, is told in bands of so many, see <see cref="CountRange"/>; 3 or more.</summary>
    public int SmallCell { get; init; } = 4;

    /// <summary>Stays in a phase that have ended, from which on their median is called usual.</summary>
    public int FewestStays { get; init; } = 5;

    /// <param name="own">Of the programme; it can only be stricter.</param>
    public int SmallCellOf(int? own) => Math.Max(own ?? 0, SmallCell);
}

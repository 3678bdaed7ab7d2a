namespace Networks.Workflows.Monitoring;

/// <summary>From how many on something is told; configuration section <c>Networks:Monitoring</c>.</summary>
public sealed record MonitoringLimits
{
    public const string Section = "Networks:Monitoring";

    public static readonly MonitoringLimits Default = new();

    /// <summary>A count under this is not told, nor any other from which it could be worked out.</summary>
    public int SmallCell { get; init; } = 4;

    /// <summary>Stays in a phase that have ended, from which on their median is called usual.</summary>
    public int FewestStays { get; init; } = 5;
}

using Networks.Workflows.Common;
using Networks.Workflows.Monitoring.Indicators;

namespace Networks.Workflows.Monitoring;

internal sealed class InstalledLimits(MonitoringLimits limits) : IProgrammeLimits
{
    public int SmallCell => limits.SmallCell;

    public IReadOnlyList<string> Indicators { get; } = [.. Indicator.All.Select(i => i.Word)];
}

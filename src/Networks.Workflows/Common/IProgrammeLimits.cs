namespace Networks.Workflows.Common;

/// <summary>What the installation sets, for the pages of the administration; the phases that use it say it.</summary>
public interface IProgrammeLimits
{
    /// <summary>Counts below it are hidden in every programme.</summary>
    int SmallCell { get; }

    /// <summary>Stored words of the indicators.</summary>
    IReadOnlyList<string> Indicators { get; }
}

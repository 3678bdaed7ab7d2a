namespace Networks.Workflows.Common;

/// <summary>How the end of a network stands in its history; whoever counts networks reads it there.</summary>
public static class LegalEnd
{
    /// <summary>Row of the history whose legal day is the last of the network.</summary>
    public const string EndedEvent = "changes.network-ended";
}

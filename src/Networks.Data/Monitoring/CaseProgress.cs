namespace Networks.Data.Monitoring;

/// <summary>
/// What the lead's picture reads of one case, copied from its history: a shortcut that may be thrown away. It holds for as
/// many rows of the history as it has seen; a reader who finds more reads the history itself.
/// </summary>
public sealed class CaseProgress
{
    private CaseProgress()
    {
    }

    public CaseProgress(CaseId caseId, int seen, string moments, string firms)
    {
        CaseId = caseId;
        Tell(seen, moments, firms);
    }

    public CaseId CaseId { get; private set; }

    /// <summary>Length of the history when it was copied.</summary>
    public int Seen { get; private set; }

    /// <summary>The moments that count, in the order of the history, in the writing of the monitoring phase.</summary>
    public string Moments { get; private set; } = "";

    /// <summary>Province and number of each firm that takes part, in the writing of the monitoring phase.</summary>
    public string Firms { get; private set; } = "";

    public void Tell(int seen, string moments, string firms)
    {
        Seen = seen;
        Moments = moments;
        Firms = firms;
    }
}

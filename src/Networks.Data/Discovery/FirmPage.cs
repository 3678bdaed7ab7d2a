namespace Networks.Data.Discovery;

/// <summary>The mailed link by which a firm sees all that was done with its profile, renews what it allows or takes it back.</summary>
public sealed class FirmPage
{
    private FirmPage()
    {
    }

    public FirmPage(FirmId firmId) => FirmId = firmId;

    public FirmId FirmId { get; private set; }

    /// <summary>SHA-256 of the secret of the newest link; the one before opens nothing.</summary>
    public string TokenHash { get; set; } = "";

    public DateOnly SentOn { get; set; }

    /// <summary>Last day on which the link opens the page, inclusive.</summary>
    public DateOnly LastDay { get; set; }
}

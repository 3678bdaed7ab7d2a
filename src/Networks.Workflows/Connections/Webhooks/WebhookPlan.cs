namespace Networks.Workflows.Connections.Webhooks;

/// <summary>What is told to webhooks, when a message is tried again, and when its webhook is parked.</summary>
public static class WebhookPlan
{
    /// <summary>First words of the facts that can be chosen.</summary>
    public static readonly IReadOnlyList<string> Subjects = ["intake", "drafting", "signing", "registration", "follow-up", "casework", "mail"];

    /// <summary>After so many tries nothing more is sent until a person says so.</summary>
    public const int Tries = 7;

    /// <summary>How long a claimed message is nobody else's; after a crash it is free again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How far back the history is read again, for acts that were stored later than they were recorded.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan[] _waits =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    /// <param name="tries">Tries made so far, from 1.</param>
    public static TimeSpan WaitAfter(int tries) => _waits[Math.Clamp(tries, 1, _waits.Length) - 1];
}

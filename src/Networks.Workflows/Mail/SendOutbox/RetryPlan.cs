namespace Networks.Workflows.Mail.SendOutbox;

/// <summary>When a mail is tried again, and when it is given up.</summary>
internal static class RetryPlan
{
    /// <summary>After so many tries of its own the mail is work for a person.</summary>
    public const int Tries = 5;

    /// <summary>How long a claimed mail is nobody else's; after a crash it is free again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long all sending rests when there is no server to speak to. Such a rest counts against no mail.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan[] _waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    /// <param name="tries">Tries made so far, from 1.</param>
    public static TimeSpan WaitAfter(int tries) => _waits[Math.Clamp(tries, 1, _waits.Length) - 1];
}

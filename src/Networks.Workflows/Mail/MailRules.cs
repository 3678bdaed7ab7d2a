namespace Networks.Workflows.Mail;

/// <summary>An ordinary mail waits.</summary>
/// <param name="Reason">One of <see cref="Data.Outbox.HoldReasons"/>.</param>
public sealed record MailHold(string Reason, DateTimeOffset Until);

/// <summary>How much mail a person gets from us, and when.</summary>
public sealed record MailRules
{
    public static readonly MailRules Standard = new();

    /// <summary>Ordinary mails to one mailbox within seven days, over all cases and desks; zero for no limit.</summary>
    public int PerWeek { get; init; } = MailBudget.PerWeek;

    public QuietTimes Quiet { get; init; } = QuietTimes.Standard;
}

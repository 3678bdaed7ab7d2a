namespace Networks.Workflows.Mail;

/// <summary>
/// Hands one message to the outside. It is called outside of any transaction, and may be called again for the same
/// message after a crash.
/// </summary>
public interface IMailTransport
{
    /// <summary>Why nothing leaves, as a key of words; null while mails leave. What is queued stays queued.</summary>
    string? Off { get; }

    /// <summary>It keeps what it is given instead of sending it, so that people may read it here: only the demo's does.</summary>
    bool Keeps { get; }

    /// <summary>Never throws for what the other side does: that is an outcome.</summary>
    Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <param name="MessageId">With its angle brackets; the same at every attempt.</param>
/// <param name="Body">Plain text.</param>
/// <param name="OptOut">Address that ends such mails when it is posted to; null for mail that nobody subscribes to.</param>
public sealed record OutgoingMail(string MessageId, string To, string Subject, string Body, string? OptOut = null);

public enum DeliveryOutcome
{
    /// <summary>The server took it over.</summary>
    Delivered,

    /// <summary>The server refused it for good (5xx): sending the same again is useless.</summary>
    Refused,

    /// <summary>Not now (4xx, or the connection broke in the middle): later it may go.</summary>
    TryLater,

    /// <summary>There is no server to speak to, or it does not let us in: no message's fault.</summary>
    NoServer,
}

/// <param name="Reason">What the server said, or what failed; empty when delivered.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string Reason = "")
{
    public static readonly Delivery Done = new(DeliveryOutcome.Delivered);
}

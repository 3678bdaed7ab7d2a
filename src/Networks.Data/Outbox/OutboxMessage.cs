namespace Networks.Data.Outbox;

public enum OutboxStatus
{
    Queued,
    Sent,

    /// <summary>Dropped before it left: the firm left, or an officer undid it.</summary>
    Dropped,

    /// <summary>The server refused it for good, it failed too often, or it came back: work for the desk.</summary>
    Failed,

    /// <summary>It leaves within another mail, together with more for the same reader.</summary>
    Merged,
}

/// <summary>Stored words: why a mail that could leave waits.</summary>
public static class HoldReasons
{
    /// <summary>A weekend, a holiday, an hour or a period in which people are left alone.</summary>
    public const string Quiet = "quiet";

    /// <summary>The reader has had the week's mails.</summary>
    public const string Budget = "budget";
}

/// <summary>A mail, composed from facts in the transaction that caused it; sent afterwards, at least once.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    public OutboxMessage(Guid id, string kind, string to, string subject, string body, DateTimeOffset createdAt)
    {
        Id = id;
        Kind = kind;
        To = to;
        Subject = subject;
        Body = body;
        CreatedAt = createdAt;
        NotBefore = createdAt;
    }

    public Guid Id { get; private set; }

    /// <summary>Null for mail that belongs to no case (invitation of an officer).</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>The firm it goes to; null for officers.</summary>
    public ParticipantId? ParticipantId { get; init; }

    /// <summary>Stored word: <c>drafting.round-opened</c>.</summary>
    public string Kind { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Plain text. May hold a firm's link: shown to nobody but the demo.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Earliest instant to send: gives the sender ten seconds to undo, and spaces retries.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public OutboxStatus Status { get; set; } = OutboxStatus.Queued;

    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>The last failure in words; null when none.</summary>
    public string? LastError { get; set; }

    /// <summary>Grows with every claim: a sender that comes late with an old one has lost it.</summary>
    public int Fence { get; set; }

    /// <summary>The node that took it last for sending; null before the first.</summary>
    public string? Owner { get; set; }

    /// <summary>One of <see cref="HoldReasons"/> while it waits for that until <see cref="NotBefore"/>; else null.</summary>
    public string? HeldFor { get; set; }

    /// <summary>The mail that it leaves within; null for one that leaves by itself.</summary>
    public Guid? DigestId { get; set; }

    /// <summary>The reader's; a mail that collects several is written in it.</summary>
    public string Language { get; init; } = "it";

    /// <summary>Address that ends such mails when a mail program posts to it (RFC 8058); null for mail that is not asked for.</summary>
    public string? OptOut { get; init; }

    /// <summary>The same at every attempt, so that a second copy is recognised.</summary>
    public string MessageId => $"<{Id:N}@networks>";

    /// <summary>After a failure: to the mailbox that is right now, with all its tries before it.</summary>
    public void SendAgain(string to, DateTimeOffset at)
    {
        To = to;
        Status = OutboxStatus.Queued;
        NotBefore = at;
        Attempts = 0;
        LastError = null;
        HeldFor = null;
        DigestId = null;
        Fence++;
    }
}

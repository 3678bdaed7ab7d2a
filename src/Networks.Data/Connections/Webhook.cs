namespace Networks.Data.Connections;

/// <summary>An address of an association's program that is told what happens in its cases.</summary>
public sealed class Webhook
{
    private Webhook()
    {
    }

    public Webhook(Guid id, AssociationId associationId, string address, string protectedKey, IReadOnlyList<string> events, OfficerId createdBy, DateTimeOffset createdAt)
    {
        Id = id;
        AssociationId = associationId;
        Address = address;
        ProtectedKey = protectedKey;
        Events = events;
        CreatedBy = createdBy;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public AssociationId AssociationId { get; private set; }

    public string Address { get; private set; } = "";

    /// <summary>The key of the signature, encrypted with the keys of the service.</summary>
    public string ProtectedKey { get; private set; } = "";

    /// <summary>First words of the facts it wants: <c>intake</c>, <c>drafting</c>…</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    public OfficerId CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Since when nothing is sent, because it did not answer; null while it is served.</summary>
    public DateTimeOffset? ParkedAt { get; set; }
}

public enum DeliveryStatus
{
    Queued,
    Sent,

    /// <summary>Given up with the webhook; sent again when it is resumed.</summary>
    Parked,
}

/// <summary>One message to a webhook, written in the transaction of the fact that it tells.</summary>
public sealed class WebhookDelivery
{
    private WebhookDelivery()
    {
    }

    public WebhookDelivery(Guid id, Guid webhookId, string @event, string body, DateTimeOffset createdAt)
    {
        Id = id;
        WebhookId = webhookId;
        Event = @event;
        Body = body;
        CreatedAt = createdAt;
        NotBefore = createdAt;
    }

    public Guid Id { get; private set; }

    public Guid WebhookId { get; private set; }

    /// <summary>Name of the fact.</summary>
    public string Event { get; private set; } = "";

    /// <summary>The JSON that is signed and sent: no personal data, only what to ask the API for.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DeliveryStatus Status { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Raised by whoever takes it up; the others let go.</summary>
    public int Fence { get; set; }

    /// <summary>HTTP status of the last answer; null when none came.</summary>
    public int? LastAnswer { get; set; }

    /// <summary>Stored word of what went wrong last.</summary>
    public string? LastFault { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}

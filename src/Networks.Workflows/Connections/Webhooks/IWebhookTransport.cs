namespace Networks.Workflows.Connections.Webhooks;

/// <summary>Brings a message to the program of an association.</summary>
public interface IWebhookTransport
{
    /// <summary>Never throws for what the other side does or does not do.</summary>
    Task<WebhookReply> SendAsync(WebhookCall call, CancellationToken cancellationToken);
}

/// <param name="ProtectedKey">As it is stored; the transport alone opens it.</param>
/// <param name="Delivery">The same on every try: the program knows a repetition by it.</param>
public sealed record WebhookCall(string Address, string ProtectedKey, Guid Delivery, string Event, string Body);

/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="Fault">Stored word of what went wrong; null when it was taken.</param>
public sealed record WebhookReply(int? Status, string? Fault);

using Networks.Data.Outbox;

namespace Networks.Workflows.Mail;

/// <summary>What the history keeps of a mail: its kind and whom it was for, never its address or text.</summary>
internal static class MailFacts
{
    // Both are always there, so that the sentence of the history finds its values in their places.
    public static Dictionary<string, string> Of(OutboxMessage mail) => new()
    {
        ["kind"] = mail.Kind,
        ["participant"] = mail.ParticipantId?.Value.ToString() ?? "",
    };
}

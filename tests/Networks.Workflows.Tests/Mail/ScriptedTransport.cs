using Networks.Workflows.Mail;

namespace Networks.Workflows.Tests.Mail;

/// <summary>The outside: answers what the test says, and keeps what it was handed.</summary>
internal sealed class ScriptedTransport : IMailTransport
{
    public List<OutgoingMail> Handed { get; } = [];

    public Func<OutgoingMail, Delivery> Answer { get; set; } = _ => Delivery.Done;

    public string? Off { get; set; }

    public bool Keeps => false;

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Handed.Add(mail);
        return Task.FromResult(Answer(mail));
    }
}

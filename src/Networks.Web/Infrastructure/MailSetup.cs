using System.Net.Mail;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.ReadBounces;

namespace Networks.Web.Infrastructure;

/// <summary>The mail server, chosen by configuration alone. Without one everything works and mails stay queued.</summary>
internal static class MailSetup
{
    /// <summary>Folder or Maildir that gets what comes back to the sender's address; without it only refusals at once are seen.</summary>
    public const string BouncesSetting = "Networks:Mail:Bounces";

    public static void AddNetworksMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = MailSettings.Of(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(MailRulesSetup.Of(configuration));
        services.AddSingleton(new BounceFolder(string.IsNullOrWhiteSpace(configuration[BouncesSetting]) ? null : configuration[BouncesSetting]));
        services.AddSingleton<IMailTransport>(settings.Off is { } reason ? new NoMailTransport(reason) : new SmtpMailTransport(settings));
    }
}

/// <summary>Section <c>Networks:Mail</c>.</summary>
/// <param name="Host">Null: sending is off.</param>
/// <param name="Port">587 with STARTTLS, 25 without. Implicit TLS (465) is not spoken.</param>
/// <param name="Tls">STARTTLS before anything else; on unless it is switched off.</param>
/// <param name="ReplyTo">Where answers go; null means to the sender.</param>
internal sealed record MailSettings(string? Host, int Port, bool Tls, string? User, string? Password, string? From, string? ReplyTo)
{
    public const string Section = "Networks:Mail";

    private const int SubmissionPort = 587;
    private const int RelayPort = 25;

    public static MailSettings Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var tls = section.GetValue("Tls", true);
        return new MailSettings(Word("Host"), section.GetValue("Port", tls ? SubmissionPort : RelayPort), tls, Word("User"), Word("Password"), Word("From"), Word("ReplyTo"));

        string? Word(string key) => string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();
    }

    /// <summary>Why nothing can be sent, as a key of words; null when all is there.</summary>
    public string? Off => Host is null ? "mail.off-no-host"
        : !MailAddress.TryCreate(From, out _) ? "mail.off-no-sender"
        : null;
}

/// <summary>Nothing leaves; what is queued stays queued.</summary>
internal sealed class NoMailTransport(string reason) : IMailTransport
{
    public string? Off => reason;

    public bool Keeps => false;

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) =>
        Task.FromResult(new Delivery(DeliveryOutcome.NoServer, reason));
}

/// <summary>The demo's: a mail counts as sent and stays here, to be read in the outbox page.</summary>
internal sealed class KeptMailTransport : IMailTransport
{
    public string? Off => null;

    public bool Keeps => true;

    public Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken) => Task.FromResult(Delivery.Done);
}

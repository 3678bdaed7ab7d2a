using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Networks.Workflows.Mail;

namespace Networks.Web.Infrastructure;

/// <summary>
/// Plain text by SMTP, one connection a mail. Control characters can come neither into a header nor into an address.
/// </summary>
internal sealed class SmtpMailTransport(MailSettings settings) : IMailTransport
{
    // Replies that are about us and not about the message: service closing, authentication wanted or refused.
    private static readonly int[] _aboutUs = [421, 454, 530, 534, 535, 538];

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public string? Off => null;

    public bool Keeps => false;

    public async Task<Delivery> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (mail.To.Any(char.IsControl) || !MailAddress.TryCreate(mail.To, out var to))
        {
            return new Delivery(DeliveryOutcome.Refused, "501 address not valid");
        }

        using var message = Message(mail, to);
        using var client = Client();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(_patience);
        try
        {
            await client.SendMailAsync(message, time.Token);
            return Delivery.Done;
        }
        catch (SmtpException e)
        {
            return Judge(e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Delivery(DeliveryOutcome.TryLater, $"no answer in {_patience.TotalSeconds:0} s");
        }
    }

    private MailMessage Message(OutgoingMail mail, MailAddress to)
    {
        var message = new MailMessage(new MailAddress(settings.From!), to)
        {
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
            IsBodyHtml = false,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.OptOut is { } end)
        {
            // RFC 2369 and 8058: one click in the mail program, which posts and signs nobody in.
            message.Headers.Add("List-Unsubscribe", $"<{OneLine(end)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        if (settings.ReplyTo is { } replyTo)
        {
            message.ReplyToList.Add(new MailAddress(replyTo));
        }

        return message;
    }

    private SmtpClient Client()
    {
        var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (settings.User is { } user)
        {
            client.Credentials = new NetworkCredential(user, settings.Password);
        }

        return client;
    }

    private static Delivery Judge(SmtpException e)
    {
        var code = (int)e.StatusCode;
        var reason = $"{(code > 0 ? $"{code} " : "")}{OneLine(ServersWords(e.InnerException?.Message ?? e.Message))}";
        return code switch
        {
            _ when Array.IndexOf(_aboutUs, code) >= 0 => new Delivery(DeliveryOutcome.NoServer, reason),
            >= 500 and < 600 => new Delivery(DeliveryOutcome.Refused, reason),
            >= 400 and < 500 => new Delivery(DeliveryOutcome.TryLater, reason),

            // No reply at all: either nobody listens there, or the connection broke in the middle of this mail.
            _ when NobodyThere(e) => new Delivery(DeliveryOutcome.NoServer, reason),
            _ => new Delivery(DeliveryOutcome.TryLater, reason),
        };
    }

    private static bool NobodyThere(SmtpException e) =>
        e.InnerException is SocketException or System.Security.Authentication.AuthenticationException
        || e.InnerException is WebException { InnerException: SocketException }
        || BeforeTheMail(e.InnerException ?? e);

    // TLS that is not offered or breaks off, a greeting that does not come: the library tells it only by where it was.
    private static bool BeforeTheMail(Exception e) => e.StackTrace?.Contains("SmtpConnection.GetConnectionAsync", StringComparison.Ordinal) == true;

    // The library puts its own sentence before what the server said.
    private static string ServersWords(string message)
    {
        const string Introduction = "response was: ";
        var at = message.LastIndexOf(Introduction, StringComparison.Ordinal);
        return at < 0 ? message : message[(at + Introduction.Length)..];
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}

using System.Text;
using System.Text.RegularExpressions;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;

namespace Networks.Web.Tests.Mail;

public sealed class SmtpMailTransportTests : IAsyncLifetime
{
    private readonly SmtpServer _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Given_a_mail_when_it_is_sent_then_the_server_gets_its_headers_and_text_byte_for_byte()
    {
        const string Body = "Gentile Impresa,\n.\nperché no? https://networks.example/f/abc\nÈ tutto.";

        var delivery = await TransportTo(_server.Port).SendAsync(new OutgoingMail("<00ff@networks>", "rossi@firma.example", "Il testo è pronto: città", Body), default);

        Assert.Equal(DeliveryOutcome.Delivered, delivery.Outcome);
        var raw = Assert.Single(_server.Taken);
        Assert.Contains("Message-ID: <00ff@networks>\r\n", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("From: desk@networks.example\r\n", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Reply-To: risposte@networks.example\r\n", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Type: text/plain; charset=utf-8\r\n", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated\r\n", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Il testo è pronto: città", SubjectOf(raw));
        Assert.Equal(Body.ReplaceLineEndings("\r\n"), BodyOf(raw));
        Assert.Equal("RCPT TO:<rossi@firma.example>", Assert.Single(_server.Recipients));
    }

    [Theory]
    [InlineData("Offerta\r\nBcc: altri@spia.example")]
    [InlineData("Offerta\nX-Aggiunta: 1")]
    public async Task Given_a_line_break_in_the_subject_then_no_header_is_added(string subject)
    {
        var delivery = await TransportTo(_server.Port).SendAsync(new OutgoingMail("<1@networks>", "rossi@firma.example", subject, "x"), default);

        Assert.Equal(DeliveryOutcome.Delivered, delivery.Outcome);
        var headers = Assert.Single(_server.Taken).Split("\r\n\r\n")[0];
        Assert.DoesNotMatch("(?im)^(bcc|x-aggiunta):", headers);
        Assert.Single(_server.Recipients);
    }

    [Theory]
    [InlineData("rossi@firma.example\r\nRCPT TO:<spia@spia.example>")]
    [InlineData("non un indirizzo")]
    public async Task Given_an_address_that_is_none_then_it_is_refused_and_the_server_hears_nothing(string to)
    {
        var delivery = await TransportTo(_server.Port).SendAsync(new OutgoingMail("<1@networks>", to, "s", "x"), default);

        Assert.Equal(DeliveryOutcome.Refused, delivery.Outcome);
        Assert.Empty(_server.Recipients);
    }

    [Theory]
    [InlineData("RefuseRecipient", DeliveryOutcome.Refused, "550")]
    [InlineData("RefuseText", DeliveryOutcome.Refused, "554")]
    [InlineData("AskForLater", DeliveryOutcome.TryLater, "451")]
    [InlineData("DropAfterData", DeliveryOutcome.TryLater, "")]
    [InlineData("CloseService", DeliveryOutcome.NoServer, "421")]
    public async Task Given_a_server_in_a_mood_then_its_answer_is_told_apart(string manner, DeliveryOutcome expected, string said)
    {
        _server.Manner = Enum.Parse<SmtpManner>(manner);

        var delivery = await TransportTo(_server.Port).SendAsync(new OutgoingMail("<1@networks>", "rossi@firma.example", "s", "x"), default);

        Assert.Equal(expected, delivery.Outcome);
        Assert.Contains(said, delivery.Reason, StringComparison.Ordinal);
        Assert.NotEqual("", delivery.Reason);
        Assert.Empty(_server.Taken);
    }

    /// <summary>Such a server would fail every mail: the mails wait until the setting or the server is mended.</summary>
    [Theory]
    [InlineData(nameof(SmtpManner.TakeOver))]
    [InlineData(nameof(SmtpManner.SpoilTls))]
    public async Task Given_tls_is_wanted_and_not_to_be_had_then_it_is_no_mails_fault(string manner)
    {
        _server.Manner = Enum.Parse<SmtpManner>(manner);
        var settings = new MailSettings("127.0.0.1", _server.Port, Tls: true, User: null, Password: null, "desk@networks.example", null);

        var delivery = await new SmtpMailTransport(settings).SendAsync(new OutgoingMail("<1@networks>", "rossi@firma.example", "s", "x"), default);

        Assert.Equal((DeliveryOutcome.NoServer, 0), (delivery.Outcome, _server.Recipients.Count));
    }

    [Fact]
    public async Task Given_nobody_listens_then_it_is_no_mails_fault()
    {
        var gone = new SmtpServer();
        await gone.DisposeAsync();

        var delivery = await TransportTo(gone.Port).SendAsync(new OutgoingMail("<1@networks>", "rossi@firma.example", "s", "x"), default);

        Assert.Equal(DeliveryOutcome.NoServer, delivery.Outcome);
        Assert.NotEqual("", delivery.Reason);
    }

    internal static SmtpMailTransport TransportTo(int port) =>
        new(new MailSettings("127.0.0.1", port, Tls: false, User: null, Password: null, "desk@networks.example", "risposte@networks.example"));

    private static string SubjectOf(string raw)
    {
        var header = Regex.Match(raw, "(?im)^Subject: (.*(?:\r\n[ \t].*)*)").Groups[1].Value;
        var words = Regex.Matches(header, @"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase).SelectMany(m => Convert.FromBase64String(m.Groups[1].Value)).ToArray();
        return Encoding.UTF8.GetString(words);
    }

    private static string BodyOf(string raw) => Encoding.UTF8.GetString(Convert.FromBase64String(raw[(raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
}

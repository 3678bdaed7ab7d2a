using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Networks.Web.Tests.Support;

/// <summary>What a mail server does with the next message.</summary>
internal enum SmtpManner
{
    TakeOver,
    RefuseRecipient,
    RefuseText,
    AskForLater,
    CloseService,
    DropAfterData,

    /// <summary>Offers TLS and then speaks something else.</summary>
    SpoilTls,
}

/// <summary>A mail server on loopback that speaks as much SMTP as a sender needs and keeps what arrived, byte for byte.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    public SmtpManner Manner { get; set; }

    /// <summary>The text of each message that was taken over, as it came over the wire without the final dot.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>Every RCPT line.</summary>
    public ConcurrentQueue<string> Recipients { get; } = new();

    /// <summary>Texts that arrived whole, also those that were then refused or not answered.</summary>
    public ConcurrentQueue<string> Seen { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        try
        {
            await SayAsync(stream, Manner == SmtpManner.CloseService ? "421 closing" : "220 ready");
            while (await reader.ReadLineAsync(_end.Token) is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                if (Manner == SmtpManner.SpoilTls && line.StartsWith("STARTTLS", StringComparison.Ordinal))
                {
                    await SayAsync(stream, "220 go on\r\nthis is no TLS at all");
                    return;
                }

                if (!line.StartsWith("DATA", StringComparison.Ordinal))
                {
                    await SayAsync(stream, AnswerTo(line));
                    continue;
                }

                await SayAsync(stream, "354 go on");
                var text = await TextAsync(reader);
                Seen.Enqueue(text);
                if (Manner == SmtpManner.DropAfterData)
                {
                    return;
                }

                if (Manner == SmtpManner.TakeOver)
                {
                    Taken.Enqueue(text);
                }

                await SayAsync(stream, Manner switch { SmtpManner.RefuseText => "554 5.7.1 not wanted", SmtpManner.AskForLater => "451 4.3.0 later", _ => "250 taken" });
            }
        }
        catch (IOException)
        {
            // The sender hung up.
        }
    }

    private string AnswerTo(string line)
    {
        if (Manner == SmtpManner.SpoilTls && line.StartsWith("EHLO", StringComparison.Ordinal))
        {
            return "250-here\r\n250 STARTTLS";
        }

        if (!line.StartsWith("RCPT", StringComparison.Ordinal))
        {
            return "250 fine";
        }

        Recipients.Enqueue(line);
        return Manner == SmtpManner.RefuseRecipient ? "550 5.1.1 no such user" : "250 fine";
    }

    private async Task<string> TextAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _end.Token);
}

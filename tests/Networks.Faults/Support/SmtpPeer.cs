using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Networks.Faults.Support;

/// <summary>What the mail server does with a message.</summary>
internal enum Manner
{
    Take,
    RefuseRecipient,
    RefuseText,
    AskForLater,

    /// <summary>Closes in the middle of the text.</summary>
    CloseMidway,

    /// <summary>Has the whole text and closes without an answer.</summary>
    DropAfterText,

    /// <summary>Takes it and closes as soon as it has said so.</summary>
    TakeAndDie,

    /// <summary>Answers late, but within the sender's patience.</summary>
    Slow,

    /// <summary>Has the whole text and never answers.</summary>
    Hang,

    /// <summary>Offers TLS and then speaks something else.</summary>
    WrongTls,
}

/// <summary>A mail server on loopback that counts what it took over, by Message-ID: the effect is counted where it arrives.</summary>
internal sealed partial class SmtpPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly Task _serving;

    public SmtpPeer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>By recipient.</summary>
    public Func<string, Manner> MannerOf { get; set; } = _ => Manner.Take;

    /// <summary>Runs when a text has come whole, before the answer.</summary>
    public Func<string, Task>? BeforeAnswer { get; set; }

    /// <summary>Runs after the answer was sent.</summary>
    public Func<string, Task>? AfterAnswer { get; set; }

    /// <summary>How often each message was taken over.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new();

    /// <summary>How often each message's text arrived whole, whatever was answered.</summary>
    public ConcurrentDictionary<string, int> Seen { get; } = new();

    /// <summary>How the service is told of it. Mails leave at any hour and without ration: the rows move their instants themselves.</summary>
    public IReadOnlyList<string> Settings(bool tls = false) =>
    [
        "--Networks:Mail:Host=127.0.0.1", $"--Networks:Mail:Port={Port}", $"--Networks:Mail:Tls={tls}", "--Networks:Mail:From=desk@mail.example", "--Networks:Mail:PerWeek=0",
        "--Networks:Mail:Quiet:Weekends=false", "--Networks:Mail:Quiet:Holidays=false", "--Networks:Mail:Quiet:Hours=none",
    ];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        await Task.WhenAll(_talks);
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The row is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var to = "";
        try
        {
            await SayAsync(stream, "220 ready");
            while (await reader.ReadLineAsync(_end.Token) is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                if (line.StartsWith("EHLO", StringComparison.Ordinal) && MannerOf("") == Manner.WrongTls)
                {
                    await SayAsync(stream, "250-here\r\n250 STARTTLS");
                }
                else if (line.StartsWith("STARTTLS", StringComparison.Ordinal))
                {
                    await SayAsync(stream, "220 go on\r\nthis is no TLS at all");
                    return;
                }
                else if (line.StartsWith("RCPT", StringComparison.Ordinal))
                {
                    to = Address().Match(line).Groups[1].Value;
                    await SayAsync(stream, MannerOf(to) == Manner.RefuseRecipient ? "550 5.1.1 no such user" : "250 fine");
                }
                else if (!line.StartsWith("DATA", StringComparison.Ordinal))
                {
                    await SayAsync(stream, "250 fine");
                }
                else if (!await TakeAsync(stream, reader, MannerOf(to)))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The sender hung up, or the row is over.
        }
    }

    /// <returns>Whether the talk goes on.</returns>
    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader, Manner manner)
    {
        await SayAsync(stream, "354 go on");
        var id = "";
        var lines = 0;
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            id = line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase) ? line[11..].Trim() : id;
            if (++lines > 3 && manner == Manner.CloseMidway)
            {
                return false;
            }
        }

        Seen.AddOrUpdate(id, 1, (_, n) => n + 1);
        if (BeforeAnswer is { } before)
        {
            await before(id).WaitAsync(_end.Token);
        }

        switch (manner)
        {
            case Manner.DropAfterText:
                return false;
            case Manner.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);
                return false;
            case Manner.Slow:
                await Task.Delay(TimeSpan.FromSeconds(4), _end.Token);
                break;
        }

        if (manner is Manner.Take or Manner.TakeAndDie or Manner.Slow)
        {
            Taken.AddOrUpdate(id, 1, (_, n) => n + 1);
        }

        await SayAsync(stream, manner switch { Manner.RefuseText => "554 5.7.1 not wanted", Manner.AskForLater => "451 4.3.0 later", _ => "250 taken" });
        if (AfterAnswer is { } after)
        {
            await after(id).WaitAsync(_end.Token);
        }

        return manner != Manner.TakeAndDie;
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _end.Token);

    [GeneratedRegex("<([^>]*)>")]
    private static partial Regex Address();
}

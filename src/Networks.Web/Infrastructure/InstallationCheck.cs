using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Web.Infrastructure.Databases;
using Networks.Web.Infrastructure.Nodes;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.ReadBounces;

namespace Networks.Web.Infrastructure;

internal enum CheckState
{
    Good,

    /// <summary>The service runs, but people will miss something.</summary>
    Weak,

    /// <summary>The service must not be used like this.</summary>
    Bad,
}

/// <param name="Word">Stored word of what was looked at.</param>
/// <param name="Text">What was found, with the cure where there is something to cure.</param>
internal sealed record CheckedPart(string Word, CheckState State, string Text);

/// <summary>Looks at an installation part by part and tells in words what it finds. Changes nothing.</summary>
internal sealed class InstallationCheck(NetworksDbContext db, DatabaseCheck database, MailSettings mail, BounceFolder bounces, IMailTransport transport, LibreOfficePdf office, IConfiguration configuration, NodesCheck nodes, TimeProvider clock)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<CheckedPart>> RunAsync(CancellationToken cancellationToken)
    {
        var finding = await database.FindAsync(whole: true, cancellationToken);
        return
        [
            Database(finding),
            Folder(),
            Address(),
            await MailAsync(cancellationToken),
            .. Bounces(),
            office.Program is { } program ? Part("office", CheckState.Good, "good", program) : Part("office", CheckState.Weak, "missing"),
            Anchors(),
            await ClockAsync(isReadable: finding is null, cancellationToken),
            Keys(),
            .. await NodesAsync(isReadable: finding is null, cancellationToken),
        ];
    }

    private CheckedPart Database(DatabaseFinding? finding) => finding switch
    {
        null when db.Database.IsSqlite() && SingleNode.IsHeld(DataSetup.SqliteFile(configuration)) => Part("database", CheckState.Good, "in-use"),
        null => Part("database", CheckState.Good, "good", DataSetup.ProviderOf(configuration)),
        { Word: DatabaseFinding.NoneYet } => new CheckedPart("database", CheckState.Weak, finding.Text),
        _ => new CheckedPart("database", CheckState.Bad, finding.Text),
    };

    private CheckedPart Folder()
    {
        var (folder, fault) = DataFolder.Look(configuration);
        return fault is null ? Part("folder", CheckState.Good, "good", folder) : new CheckedPart("folder", CheckState.Bad, fault);
    }

    private CheckedPart Address() => configuration[FormsSetup.AddressSetting] switch
    {
        null => Part("address", CheckState.Weak, "missing"),
        var address when FormsSetup.IsHttps(configuration) => Part("address", CheckState.Good, "good", address),
        var address when Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback => Part("address", CheckState.Weak, "loopback", address),
        var address => Part("address", CheckState.Bad, "plain", address),
    };

    private async Task<CheckedPart> MailAsync(CancellationToken cancellationToken)
    {
        if (transport.Keeps)
        {
            return Part("mail", CheckState.Good, "kept");
        }

        if (mail.Off is { } off)
        {
            return new CheckedPart("mail", CheckState.Weak, Words.Say(off));
        }

        try
        {
            using var client = new TcpClient();
            using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            time.CancelAfter(_patience);
            await client.ConnectAsync(mail.Host!, mail.Port, time.Token);
            return Part("mail", CheckState.Good, "good", mail.Host!, mail.Port);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return Part("mail", CheckState.Bad, "away", mail.Host!, mail.Port);
        }
    }

    private IReadOnlyList<CheckedPart> Bounces() => bounces.Path is not { } path ? []
        : [Directory.Exists(path) ? Part("bounces", CheckState.Good, "good", path) : Part("bounces", CheckState.Bad, "away", path)];

    // A file that cannot be used does not let the program start at all; here only whether there is one.
    private CheckedPart Anchors() => configuration.GetSection(SignaturesSetup.AnchorsSetting).Get<string[]>() is { Length: > 0 } paths
        ? Part("anchors", CheckState.Good, "good", string.Join(", ", paths))
        : Part("anchors", CheckState.Weak, "missing");

    // A clock that was set back would date new facts before old ones.
    private async Task<CheckedPart> ClockAsync(bool isReadable, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (ClockFinding.Of(await database.SkewAsync(cancellationToken)) is { } skew)
        {
            return new CheckedPart("clock", CheckState.Bad, skew);
        }

        var last = isReadable ? await db.CaseEvents.MaxAsync(e => (DateTimeOffset?)e.RecordedAt, cancellationToken) : null;
        return last > now
            ? Part("clock", CheckState.Bad, "back", last, now)
            : Part("clock", CheckState.Good, "good", TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome")));
    }

    private CheckedPart Keys() => KeysSetup.AreEncrypted(configuration)
        ? Part("keys", CheckState.Good, $"good-{KeysSetup.PlaceOf(configuration)}")
        : Part("keys", CheckState.Weak, $"plain-{KeysSetup.PlaceOf(configuration)}");

    // On SQLite there is one node, and the database's part says so.
    private async Task<IReadOnlyList<CheckedPart>> NodesAsync(bool isReadable, CancellationToken cancellationToken)
    {
        if (!isReadable || db.Database.IsSqlite())
        {
            return [];
        }

        var seen = await nodes.LookAsync(cancellationToken);
        return [seen.Fault is { } fault ? new CheckedPart("nodes", CheckState.Bad, fault) : Part("nodes", CheckState.Good, seen.Names.Count == 0 ? "none" : "good", string.Join(", ", seen.Names))];
    }

    private static CheckedPart Part(string word, CheckState state, string found, params object[] values) =>
        new(word, state, Words.Say($"check.{word}-{found}", values));
}

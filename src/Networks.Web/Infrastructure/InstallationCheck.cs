using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

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
internal sealed class InstallationCheck(NetworksDbContext db, MailSettings mail, IMailTransport transport, LibreOfficePdf office, IConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<CheckedPart>> RunAsync(CancellationToken cancellationToken) =>
    [
        await DatabaseAsync(cancellationToken),
        Folder(),
        Address(),
        await MailAsync(cancellationToken),
        office.Program is { } program ? Part("office", CheckState.Good, "good", program) : Part("office", CheckState.Weak, "missing"),
        Anchors(),
        await ClockAsync(cancellationToken),
    ];

    private async Task<CheckedPart> DatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await db.Database.CanConnectAsync(cancellationToken))
            {
                return Part("database", db.Database.IsSqlite() ? CheckState.Weak : CheckState.Bad, db.Database.IsSqlite() ? "none-yet" : "away");
            }

            var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            if (pending > 0)
            {
                return Part("database", CheckState.Bad, "pending", pending);
            }

            // A change that is taken back shows whether one could be made.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Counters.Where(c => c.Name == "").ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, 0), cancellationToken);
            await transaction.RollbackAsync(cancellationToken);
            return Part("database", CheckState.Good, "good", db.Database.ProviderName!.Split('.')[^1]);
        }
        catch (System.Data.Common.DbException e)
        {
            return Part("database", CheckState.Bad, "broken", e.Message);
        }
    }

    private CheckedPart Folder()
    {
        var folder = DataSetup.FolderOf(configuration);
        var probe = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return Part("folder", CheckState.Good, "good", folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Part("folder", CheckState.Bad, "broken", folder, e.Message);
        }
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

    // A file that cannot be used does not let the program start at all; here only whether there is one.
    private CheckedPart Anchors() => configuration.GetSection(SignaturesSetup.AnchorsSetting).Get<string[]>() is { Length: > 0 } paths
        ? Part("anchors", CheckState.Good, "good", string.Join(", ", paths))
        : Part("anchors", CheckState.Weak, "missing");

    // A clock that was set back would date new facts before old ones.
    private async Task<CheckedPart> ClockAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        try
        {
            var last = await db.CaseEvents.MaxAsync(e => (DateTimeOffset?)e.RecordedAt, cancellationToken);
            return last > now ? Part("clock", CheckState.Bad, "back", last, now) : Part("clock", CheckState.Good, "good", TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome")));
        }
        catch (System.Data.Common.DbException)
        {
            return Part("clock", CheckState.Good, "good", now);
        }
    }

    private static CheckedPart Part(string word, CheckState state, string found, params object[] values) =>
        new(word, state, Words.Say($"check.{word}-{found}", values));
}

using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Files;
using Networks.Data.Outbox;
using Networks.Web.Commands;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;
using Networks.Workflows.Mail.SendOutbox;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Commands;

/// <summary>Copies of a running service, and what comes back from them.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-backups-").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);
    private App _app = null!;
    private CaseWithFirms _case = null!;
    private string _document = "";

    private string Copy => Path.Combine(_folder, "copia.zip");

    private string Restored => Path.Combine(_folder, "altrove");

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync();
        _case = await (await Given.OverAsync(_app.Services, Given.StartingClock(), new MemoryFiles())).RunningCaseAsync();
        var stored = (await _app.Services.GetRequiredService<IFileStore>().PutAsync(new MemoryStream("il contratto"u8.ToArray()), 1000, default)).Value;
        _document = Path.Combine(_app.Folder, "files", stored.Sha256[..2], stored.Sha256);
        await WriteAsync(db => db.Add(new StoredFile(FileId.New(TimeProvider.System), stored.Sha256, stored.SizeBytes, "contratto.docx", "application/octet-stream", TimeProvider.System.GetUtcNow()) { CaseId = _case.Id }));
        await WriteAsync(db => db.Add(new OutboxMessage(Ids.New(TimeProvider.System), "test.mail", "ada@mail.example", "Il testo è pronto", "Lo legga.", TimeProvider.System.GetUtcNow().AddMinutes(-1)) { CaseId = _case.Id }));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _output.DisposeAsync();
        await _errors.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Given_a_running_service_when_it_is_copied_and_put_back_elsewhere_then_all_is_there_and_no_mail_leaves_until_it_is_resumed()
    {
        Assert.Equal(ExitCode.Done, await BackupAsync());
        Assert.Equal([Copy], Directory.GetFiles(_folder));

        Assert.Equal(ExitCode.Done, await RestoreAsync());

        Assert.Contains("reti 1", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("il contratto", await File.ReadAllTextAsync(_document.Replace(_app.Folder, Restored, StringComparison.Ordinal)));
        await using var there = await App.StartAsync(builder => builder.Services.AddSingleton<IMailTransport, Infrastructure.KeptMailTransport>(), folder: Restored);
        Assert.Equal("N-2026-0001", await ReadAsync(there, db => db.Cases.Select(c => c.Reference).SingleAsync()));
        Assert.Equal("wal", await ReadAsync(there, db => db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()));
        using var anybody = there.Client();
        Assert.Contains("il database viene da una copia", await anybody.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(0, await there.Services.GetRequiredService<OutboxSender>().SendDueAsync(default));

        using var administrator = await there.AdministratorAsync();
        Assert.Contains("data-mail-paused", await administrator.GetStringAsync(new Uri("/service", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Found, (await administrator.PostFormAsync("/service", "resume-mail")).StatusCode);
        Assert.Equal(1, await there.Services.GetRequiredService<OutboxSender>().SendDueAsync(default));
    }

    [Fact]
    public async Task Given_a_copy_that_is_made_and_put_back_then_each_step_is_told_with_how_long_it_took()
    {
        await BackupAsync();
        await RestoreAsync();

        var steps = _output.ToString().Split(Environment.NewLine).Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, steps.Count);
        Assert.All(steps, step => Assert.Matches("^  [A-ZÀ-Ü].+ [0-9]+,[0-9] s$", step));
        Assert.Contains("documenti (1)", steps[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_keys_that_lie_in_the_database_when_copied_then_they_come_with_it_and_no_folder_of_keys_is_wanted()
    {
        Directory.Delete(Path.Combine(_app.Folder, "keys"), recursive: true);

        Assert.Equal(ExitCode.Done, await BackupAsync("--Networks:Keys:Place=Database"));
        Assert.Equal(ExitCode.Done, await RestoreAsync("--Networks:Keys:Place=Database"));

        Assert.False(Directory.Exists(Path.Combine(Restored, "keys")));
    }

    [Fact]
    public async Task Given_an_administrator_when_mail_is_held_then_the_page_says_since_when_and_offers_to_go_on()
    {
        using var administrator = await _app.AdministratorAsync();

        Assert.Equal(System.Net.HttpStatusCode.Found, (await administrator.PostFormAsync("/service", "pause-mail")).StatusCode);

        Assert.Equal(MailPauseReasons.ByHand, await ReadAsync(_app, db => db.MailPauses.Select(p => p.Reason).SingleAsync()));
        var page = await administrator.GetStringAsync(new Uri("/service", UriKind.Relative));
        Assert.Contains("fermo perché un amministratore", page, StringComparison.Ordinal);
        Assert.Contains("form-resume-mail", page, StringComparison.Ordinal);
        Assert.DoesNotContain("form-pause-mail", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_data_are_there_when_a_copy_is_put_back_then_it_wants_the_word_for_it_and_keeps_what_was_there()
    {
        await BackupAsync();
        await RestoreAsync();

        Assert.Equal(ExitCode.Failed, await RestoreAsync());
        Assert.Contains("--replace", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await RestoreAsync("--replace"));

        var aside = Assert.Single(Directory.GetDirectories(Restored, "before-restore-*"));
        Assert.True(new FileInfo(Path.Combine(aside, "networks.db")).Length > 0);
        Assert.Empty(Directory.GetDirectories(Restored, "restore-*"));
    }

    [Fact]
    public async Task Given_the_service_runs_when_a_copy_is_put_back_over_it_then_it_is_refused()
    {
        await BackupAsync();

        Assert.Equal(ExitCode.Failed, await CommandLine.RunAsync(["restore", Copy, "--replace", $"--Networks:Folder={_app.Folder}"], _output, _errors));

        Assert.Contains("Un altro processo", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_document_is_lost_then_no_copy_is_made_and_the_document_is_named()
    {
        File.Delete(_document);

        Assert.Equal(ExitCode.Failed, await BackupAsync());

        Assert.Contains(Path.GetFileName(_document), _errors.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(Environment.NewLine, _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Given_a_document_was_altered_then_no_copy_is_made()
    {
        await File.WriteAllTextAsync(_document, "un altro contratto");

        Assert.Equal(ExitCode.Failed, await BackupAsync());

        Assert.Contains("alterato", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_history_was_changed_from_outside_then_no_copy_is_made_and_the_network_is_named()
    {
        await WriteAsync(db => db.Database.ExecuteSql($"UPDATE CaseEvents SET Name = 'intake.case-closed' WHERE Number = 1"));

        Assert.Equal(ExitCode.Failed, await BackupAsync());

        Assert.Contains("N-2026-0001", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("database")]
    [InlineData("files/")]
    public async Task Given_a_damaged_copy_then_nothing_is_put_back(string part)
    {
        await BackupAsync();
        await using (var archive = await ZipFile.OpenAsync(Copy, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            await using var entry = await archive.Entries.First(e => e.FullName.StartsWith(part, StringComparison.Ordinal)).OpenAsync(TestContext.Current.CancellationToken);
            entry.Seek(-1, SeekOrigin.End);
            entry.WriteByte(0x7f);
        }

        Assert.Equal(ExitCode.Failed, await RestoreAsync());

        Assert.Contains("danneggiata", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Restored, "networks.db")));
    }

    [Theory]
    [InlineData("../fuori.txt")]
    [InlineData("keys/../../fuori.xml")]
    public async Task Given_a_copy_with_something_that_does_not_belong_there_then_nothing_is_put_back(string stray)
    {
        await BackupAsync();
        await using (var archive = await ZipFile.OpenAsync(Copy, ZipArchiveMode.Update, TestContext.Current.CancellationToken))
        {
            archive.CreateEntry(stray);
        }

        Assert.Equal(ExitCode.Failed, await RestoreAsync());

        Assert.Contains(stray, _errors.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Restored, "networks.db")));
    }

    [Fact]
    public async Task Given_another_file_than_a_copy_then_it_is_told_and_nothing_is_touched()
    {
        await File.WriteAllTextAsync(Copy, "non sono uno zip");

        Assert.Equal(ExitCode.Failed, await RestoreAsync());
        Assert.Equal(ExitCode.Failed, await BackupAsync());

        Assert.Contains("non è una copia", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("c'è già", _errors.ToString(), StringComparison.Ordinal);
    }

    private Task<int> BackupAsync(params string[] options) => CommandLine.RunAsync(["backup", Copy, .. options, $"--Networks:Folder={_app.Folder}"], _output, _errors);

    private Task<int> RestoreAsync(params string[] options) => CommandLine.RunAsync(["restore", Copy, .. options, $"--Networks:Folder={Restored}"], _output, _errors);

    private Task<int> WriteAsync(Action<NetworksDbContext> write) => ReadAsync(_app, db =>
    {
        write(db);
        return db.SaveChangesAsync();
    });

    private static async Task<T> ReadAsync<T>(App app, Func<NetworksDbContext, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<NetworksDbContext>());
    }
}

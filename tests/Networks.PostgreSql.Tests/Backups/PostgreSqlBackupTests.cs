using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Networks.Web.Commands;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Backups;

/// <summary>The verbs backup and restore with PostgreSQL's own tools.</summary>
public sealed class PostgreSqlBackupTests
{
    [Fact]
    public async Task Given_a_database_on_the_server_when_it_is_copied_changed_and_put_back_then_the_change_is_gone_and_mail_is_held()
    {
        await using var given = await Given.NewAsync();
        var id = await given.RunningCaseAsync();
        var connection = await given.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        var folder = Directory.CreateTempSubdirectory("networks-pg-backup-").FullName;
        try
        {
            Assert.Equal(ExitCode.Done, await RunAsync("backup", folder, connection));
            await given.WriteAsync(async db => (await db.Cases.SingleAsync(c => c.Id == id.Id)).Need = "altro");

            Assert.Equal(ExitCode.Failed, await RunAsync("restore", folder, connection));
            Assert.Equal(ExitCode.Done, await RunAsync("restore", folder, connection, "--replace"));

            Assert.Equal("verniciatura", await given.ReadAsync(db => db.Cases.AsNoTracking().Select(c => c.Need).SingleAsync()));
            Assert.True(await given.ReadAsync(db => db.MailPauses.AnyAsync()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Given_people_at_work_while_it_is_copied_then_the_copy_is_of_one_moment_and_can_be_put_back()
    {
        await using var given = await Given.NewAsync();
        var id = await given.RunningCaseAsync();
        var connection = await given.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        var folder = Directory.CreateTempSubdirectory("networks-pg-backup-").FullName;
        using var over = new CancellationTokenSource();
        var work = Task.Run(
            async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    await given.NoteAsync(id.Id);
                }
            },
            TestContext.Current.CancellationToken);
        try
        {
            var copied = await RunAsync("backup", folder, connection);
            await over.CancelAsync();
            await work;
            var since = await given.ReadAsync(db => db.CaseEvents.CountAsync());

            Assert.Equal((ExitCode.Done, ExitCode.Done), (copied, await RunAsync("restore", folder, connection, "--replace")));

            Assert.InRange(await given.ReadAsync(db => db.CaseEvents.CountAsync()), 1, since - 1);
        }
        finally
        {
            await over.CancelAsync();
            await work;
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(string verb, string folder, string connection, params string[] options)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        return await CommandLine.RunAsync(
            [verb, Path.Combine(folder, "copia.zip"), .. options, $"--Networks:Folder={folder}/dati", "--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={connection}"],
            output, output);
    }
}

using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Web.Commands;
using Networks.Web.Commands.Backups;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Engine;

namespace Networks.Web.Tests.Upgrades;

/// <summary>The database of every release, kept by <c>eng/keep-release</c>, is taken over by this program and worked on.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networks-upgrade-").FullName;
    private readonly StringWriter _said = new(CultureInfo.InvariantCulture);

    public static TheoryData<string> Releases =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Upgrades"), "v*.zip").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _said.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Given_a_release_when_its_database_is_taken_over_then_every_network_is_whole_and_can_be_worked_on(string release)
    {
        Assert.True(await RunAsync("restore", Path.Combine(AppContext.BaseDirectory, "Upgrades", $"{release}.zip")) == ExitCode.Done, _said.ToString());
        Assert.True(await RunAsync("migrate") == ExitCode.Done, _said.ToString());

        await using var app = await App.StartAsync(builder => builder.Services.AddSingleton(RunMode.Demonstration), folder: _folder);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        var proved = await DatabaseProof.ProveAsync(db, TestContext.Current.CancellationToken);
        Assert.True(proved is { Cases: >= 12, Facts: >= 100 });
        await DatabaseProof.ProveFilesAsync(proved.Files, Path.Combine(_folder, "files"), TestContext.Current.CancellationToken);
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<LivenessScan>().FindAsync(TestContext.Current.CancellationToken));

        using var client = app.Client();
        foreach (var desk in await db.Cases.AsNoTracking().GroupBy(c => c.OwnerId).Select(g => g.Key).ToListAsync(TestContext.Current.CancellationToken))
        {
            var officer = await db.Officers.AsNoTracking().Where(o => o.AssociationId == desk).OrderBy(o => o.FullName).FirstAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Found, (await client.PostFormAsync("/demo", "become", ("person", officer.Id.Value.ToString()))).StatusCode);
            foreach (var network in await db.Cases.AsNoTracking().Where(c => c.OwnerId == desk).ToListAsync(TestContext.Current.CancellationToken))
            {
                using var page = await client.GetAsync(new Uri($"/networks/{network.Id.Value}", UriKind.Relative));
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                if (network.Status == CaseStatus.Open)
                {
                    using var noted = await client.PostFormAsync($"/networks/{network.Id.Value}/note", "note", ("outcome", "call-back"), ("text", "dopo l'aggiornamento"));
                    Assert.Equal(HttpStatusCode.Found, noted.StatusCode);
                }
            }
        }

        await DatabaseProof.ProveAsync(db, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Given_a_release_whose_node_still_runs_when_another_has_migrated_then_every_row_that_the_old_one_writes_still_fits(string release)
    {
        Assert.True(await RunAsync("restore", Path.Combine(AppContext.BaseDirectory, "Upgrades", $"{release}.zip")) == ExitCode.Done, _said.ToString());
        var before = await ColumnsAsync();
        Assert.True(await RunAsync("migrate") == ExitCode.Done, _said.ToString());
        var after = await ColumnsAsync();

        Assert.True(before.Count > 200);
        Assert.All(before, old =>
        {
            var now = Assert.Single(after, c => c.Table == old.Table && c.Name == old.Name);
            Assert.Equal(old.Type, now.Type);
            Assert.True(old.Required || !now.Required, $"{old.Table}.{old.Name} may no longer be left empty");
        });
        var known = before.Select(c => c.Table).ToHashSet();
        Assert.All(
            after.Where(c => known.Contains(c.Table)).ExceptBy(before.Select(c => (c.Table, c.Name)), c => (c.Table, c.Name)),
            added => Assert.True(!added.Required || added.HasDefault, $"{added.Table}.{added.Name} is new and must be written"));
    }

    private async Task<List<Column>> ColumnsAsync()
    {
        const string Sql = """
            select t.name, c.name, c.type, c."notnull", c.dflt_value is not null
            from sqlite_schema t join pragma_table_info(t.name) c
            where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '\_\_%' escape '\' and t.sql not like 'create virtual%'
            """;
        await using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(_folder, "*.db").Single()};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        var columns = new List<Column>();
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            columns.Add(new Column(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetBoolean(3), rows.GetBoolean(4)));
        }

        return columns;
    }

    private Task<int> RunAsync(params string[] words) => CommandLine.RunAsync([.. words, $"--Networks:Folder={_folder}"], _said, _said);

    private sealed record Column(string Table, string Name, string Type, bool Required, bool HasDefault);
}

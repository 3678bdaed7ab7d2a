using System.Globalization;
using Networks.PostgreSql.Tests.Support;
using Networks.Web.Commands;
using Npgsql;

namespace Networks.PostgreSql.Tests.Upkeep;

/// <summary>The race checks for a customer's server, on the server of this run.</summary>
public sealed class SelfTestTests
{
    [Fact]
    public async Task Given_a_server_then_every_race_has_one_winner_and_no_database_stays()
    {
        var server = await PostgreSqlServer.RequireAsync();
        var folder = Directory.CreateTempSubdirectory("networks-pg-selftest-").FullName;
        await using var said = new StringWriter(CultureInfo.InvariantCulture);

        var exitCode = await CommandLine.RunAsync(
            ["selftest", "--races=50", $"--Networks:Folder={folder}", "--Networks:Database:Provider=PostgreSql", $"--Networks:Database:ConnectionString={server.ConnectionString("postgres")}"], said, said);

        Assert.True(exitCode == ExitCode.Done, said.ToString());
        Assert.Equal(4, said.ToString().Split("50 gare su 50 finite come devono").Length - 1);
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var left = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname LIKE 'networks_selftest%'", connection);
        Assert.Equal(0L, await left.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        Directory.Delete(folder, recursive: true);
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Sqlite;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Sqlite;

/// <summary>
/// What an act costs must not grow with the cases that are there: none of its statements goes over a whole table that
/// grows with them. The database itself says how it would run each.
/// </summary>
public sealed partial class StatementPlansTests(Signers signers) : IClassFixture<Signers>
{
    /// <summary>Tables with as many rows as there are desks, people, programmes or templates.</summary>
    private static readonly string[] _small = ["Associations", "Officers", "Programmes", "ProgrammeFacts", "ClosingDays", "DocumentTemplates", "Counters"];

    [Fact]
    public async Task Given_a_network_from_phone_call_to_its_first_pulse_then_no_statement_of_its_acts_goes_over_a_growing_table()
    {
        var statements = new Statements();
        await using var given = await Given.NewAsync(services => services.AddSingleton(signers.Trust)
            .ConfigureDbContext<SqliteNetworksDbContext>(options => options.AddInterceptors(statements)));
        var id = await given.NetworkWithPulseAsync(signers);
        await given.AnswersAsync(id, 1);

        var scans = await given.ReadAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            var found = new List<string>();
            foreach (var text in statements.Texts)
            {
                found.AddRange(PlanOf(db.Database.GetDbConnection(), text).SelectMany(step => ScanOf(step, text)).Select(table => $"{table}: {text}"));
            }

            return found;
        });

        Assert.InRange(statements.Texts.Count, 50, int.MaxValue);
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    private static List<string> PlanOf(DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {text}";
        foreach (var name in Parameter().Matches(text).Select(m => m.Value).Distinct())
        {
            command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        }

        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    // "SCAN c" names an alias; what is no table (a subquery of one row, a constant) is none of ours.
    private static IEnumerable<string> ScanOf(string step, string text) =>
        Scan().Match(step) is { Success: true } scan
            && Regex.Match(text, $"\"(\\w+)\" AS \"{Regex.Escape(scan.Groups[1].Value)}\"") is { Success: true } table && !_small.Contains(table.Groups[1].Value)
            ? [table.Groups[1].Value]
            : [];

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex Scan();

    /// <summary>Keeps the texts of what acts ask, each once; what tests look up is in no transaction.</summary>
    private sealed class Statements : DbCommandInterceptor
    {
        private readonly ConcurrentDictionary<string, bool> _texts = [];

        public ICollection<string> Texts => _texts.Keys;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Keep(command);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Keep(command);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }

        private void Keep(DbCommand command)
        {
            foreach (var text in (command.Transaction is null ? "" : command.CommandText).Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                         .Where(t => t.StartsWith("SELECT", StringComparison.Ordinal) || t.StartsWith("UPDATE", StringComparison.Ordinal) || t.StartsWith("DELETE", StringComparison.Ordinal)))
            {
                _texts.TryAdd(text, true);
            }
        }
    }
}

using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Networks.Bench.Engine;

/// <summary>A command of an act, as it was sent.</summary>
internal sealed record Written(string Sql, IReadOnlyList<DbParameter> Parameters);

/// <summary>What an act asked of a database.</summary>
/// <param name="Writes">The rows alone that it wrote.</param>
/// <param name="All">Everything, in its order, with what it read.</param>
internal sealed record Sent(List<Written> Writes, List<Written> All);

/// <summary>Counts what a database is asked, and keeps it when told to.</summary>
internal sealed class StatementLog : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    /// <summary>Where to keep what the running act sends; null keeps nothing. One act at a time.</summary>
    public Sent? Sent { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        See(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        See(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void See(DbCommand command)
    {
        Interlocked.Increment(ref _count);
        if (Sent is null)
        {
            return;
        }

        Sent.All.Add(new Written(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => Copy(command, p))]));
        if (WritingOf(command.CommandText) is { Length: > 0 } text)
        {
            Sent.Writes.Add(new Written(text, [.. command.Parameters.Cast<DbParameter>().Where(p => Names(text, p.ParameterName)).Select(p => Copy(command, p))]));
        }
    }

    // What is only read in the same round trip is no part of the rows.
    private static string WritingOf(string text) =>
        string.Join(";\n", text.Split(";\n").Where(statement => !string.IsNullOrWhiteSpace(statement) && !statement.TrimStart().StartsWith("SELECT", StringComparison.Ordinal)));

    private static bool Names(string text, string parameter) => Regex.IsMatch(text, $"@{Regex.Escape(parameter.TrimStart('@'))}\\b");

    private static DbParameter Copy(DbCommand command, DbParameter parameter)
    {
        if (parameter is ICloneable cloneable)
        {
            return (DbParameter)cloneable.Clone();
        }

        var copy = command.CreateParameter();
        copy.ParameterName = parameter.ParameterName;
        copy.Value = parameter.Value;
        return copy;
    }
}

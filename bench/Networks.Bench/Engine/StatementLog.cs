using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Networks.Bench.Engine;

/// <summary>A statement that an act wrote with, as it was sent.</summary>
internal sealed record Written(string Sql, IReadOnlyList<DbParameter> Parameters);

/// <summary>Counts what a database is asked, and keeps what is written when told to.</summary>
internal sealed class StatementLog : DbCommandInterceptor
{
    private int _count;

    public int Count => _count;

    /// <summary>Where to keep the writes of the running act; null keeps nothing. One act at a time.</summary>
    public List<Written>? Writes { get; set; }

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
        if (Writes is { } writes && WritingOf(command.CommandText) is { Length: > 0 } text)
        {
            writes.Add(new Written(text, [.. command.Parameters.Cast<DbParameter>().Where(p => Names(text, p.ParameterName)).Select(p => Copy(command, p))]));
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

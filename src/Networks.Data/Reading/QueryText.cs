using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Networks.Data.Reading;

/// <summary>The text of a query of Entity Framework as one statement among others.</summary>
internal static class QueryText
{
    /// <param name="asked">Placeholder of the one value that the query asks by.</param>
    /// <exception cref="InvalidOperationException">It asks by none, or by several.</exception>
    public static string Of(IQueryable rows, string asked)
    {
        using var translated = rows.CreateDbCommand();
        var text = AskedBy(translated, asked);
        return IsOrdered(rows.Expression) ? text : WithoutOrder(text);
    }

    // A number that a query says itself, as how many rows it takes, stands in the text.
    private static string AskedBy(DbCommand translated, string asked)
    {
        var text = translated.CommandText;
        var values = translated.Parameters.Cast<DbParameter>().ToLookup(p => p.Value is int);
        foreach (var number in values[true])
        {
            text = text.Replace($"@{number.ParameterName.TrimStart('@')}", ((int)number.Value!).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        var name = values[false].Count() == 1 ? values[false].Single().ParameterName.TrimStart('@') : throw new InvalidOperationException("Rows of an act are asked for by one value.");
        return text.Replace($"@{name}", asked, StringComparison.Ordinal);
    }

    // Entity Framework orders an answer to put its parts together; the reading finds them by their keys, and the database is
    // spared a sort. With TOP it is the order by which rows are the first.
    private static string WithoutOrder(string text)
    {
        var last = text.LastIndexOf('\n');
        var hasOrder = last >= 0 && text.AsSpan(last + 1).StartsWith("ORDER BY ", StringComparison.Ordinal) && !text.StartsWith("SELECT TOP(", StringComparison.Ordinal);
        return hasOrder ? text[..last].TrimEnd('\r') : text;
    }

    // Whether the query itself says in which order its rows come.
    private static bool IsOrdered(Expression rows) => rows is MethodCallExpression { Arguments: [var source, ..], Method.Name: var method }
        && (method.StartsWith(nameof(Queryable.OrderBy), StringComparison.Ordinal) || method.StartsWith(nameof(Queryable.ThenBy), StringComparison.Ordinal)
            || (method is not nameof(Queryable.Take) && IsOrdered(source)));
}

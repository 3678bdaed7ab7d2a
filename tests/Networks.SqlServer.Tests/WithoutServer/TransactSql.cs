using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Networks.SqlServer.Tests.WithoutServer;

/// <summary>Microsoft's own parser of T-SQL, at the level of SQL Server 2019 (150), which the service asks for.</summary>
internal static class TransactSql
{
    /// <returns>Each fault with its place and the statement; none for text that SQL Server would understand.</returns>
    public static IReadOnlyList<string> Faults(string sql)
    {
        using var text = new StringReader(sql);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out var faults);
        return [.. faults.Select(fault => $"{fault.Line}:{fault.Column} {fault.Message}\n{sql}")];
    }

    /// <summary>How many statements there are, batches and blocks opened.</summary>
    public static int Count(string sql)
    {
        using var text = new StringReader(sql);
        var counter = new Counter();
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(text, out _).Accept(counter);
        return counter.Statements;
    }

    private sealed class Counter : TSqlFragmentVisitor
    {
        public int Statements { get; private set; }

        public override void Visit(TSqlStatement node) => Statements++;
    }
}

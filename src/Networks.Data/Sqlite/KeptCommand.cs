using System.Data;
using Microsoft.Data.Sqlite;

namespace Networks.Data.Sqlite;

/// <summary>A command that lives as long as its execution, on a statement that lives as long as its connection.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private readonly KeptConnection _on;

    public KeptCommand(KeptConnection connection)
    {
        _on = connection;
        Connection = connection;
    }

    // All ways of executing a command come here.
    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => _on.State != ConnectionState.Open || _on.StatementOf(this) is not { } kept
        ? base.ExecuteReader(behavior)
        : kept.Execute(this, behavior);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _on.Forget(this);
    }
}

/// <summary>A text with its prepared statement, for one execution after the other.</summary>
internal sealed class KeptStatement : SqliteCommand
{
    // Others do part of their work while they are prepared.
    private static readonly string[] _words = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "BEGIN", "COMMIT", "ROLLBACK"];

    public KeptStatement(string text, SqliteConnection connection)
    {
        CommandText = text;
        Connection = connection;
    }

    /// <summary>Whether what its last execution answers is still being read.</summary>
    public bool IsRead => DataReader is not null;

    public long LastUse { get; set; }

    public static bool CanBe(string text) => Array.Exists(_words, word => text.StartsWith(word, StringComparison.Ordinal));

    public SqliteDataReader Execute(SqliteCommand command, CommandBehavior behavior)
    {
        Transaction = command.Transaction;
        CommandTimeout = command.CommandTimeout;
        Parameters.Clear();
        foreach (SqliteParameter parameter in command.Parameters)
        {
            Parameters.Add(parameter);
        }

        return ExecuteReader(behavior);
    }

    /// <summary>Ends what is still being read, and holds no value any more.</summary>
    public void Rest()
    {
        DataReader?.Dispose();
        Parameters.Clear();
    }
}

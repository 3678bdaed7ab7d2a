using System.Data;
using Microsoft.Data.Sqlite;

namespace Networks.Data.Sqlite;

/// <summary>
/// A connection that rests when it is closed, and keeps its statements prepared for the next opening: preparing them
/// costs more than running them. Whoever closes it finds it as after every closing: no transaction, no open reader.
/// A connection string with <c>Pooling=False</c> closes the file each time and keeps nothing.
/// </summary>
internal sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>More than any act or page asks; beyond it the statement that rested longest goes.</summary>
    private const int StatementsKept = 120;

    // The log grows beside whoever reads for long, an export for instance, and would keep that size for ever.
    private const string CutLogBack = "PRAGMA journal_size_limit = 67108864";

    private readonly bool _keeps = new SqliteConnectionStringBuilder(connectionString).Pooling;
    private readonly Dictionary<string, KeptStatement> _statements = [];

    // Executed by themselves; they must not outlive the closing.
    private readonly List<SqliteCommand> _others = [];
    private bool _isResting;
    private long _uses;

    public override ConnectionState State => _isResting ? ConnectionState.Closed : base.State;

    public override void Open()
    {
        if (!_isResting)
        {
            base.Open();
            using var limit = new SqliteCommand(CutLogBack, this);
            limit.ExecuteNonQuery();
            return;
        }

        _isResting = false;
        OnStateChange(new StateChangeEventArgs(ConnectionState.Closed, ConnectionState.Open));
    }

    public override void Close()
    {
        if (State != ConnectionState.Open)
        {
            return;
        }

        if (!_keeps)
        {
            CloseFile();
            return;
        }

        Transaction?.Dispose();
        foreach (var other in _others.ToList())
        {
            other.Dispose();
        }

        foreach (var statement in _statements.Values)
        {
            statement.Rest();
        }

        _isResting = true;
        OnStateChange(new StateChangeEventArgs(ConnectionState.Open, ConnectionState.Closed));
    }

    public override SqliteCommand CreateCommand() =>
        new KeptCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <returns>The prepared statement of a text, free to be executed; null when the command is to execute itself.</returns>
    internal KeptStatement? StatementOf(SqliteCommand command)
    {
        if (!_keeps || !KeptStatement.CanBe(command.CommandText))
        {
            _others.Add(command);
            return null;
        }

        if (!_statements.TryGetValue(command.CommandText, out var statement))
        {
            statement = Keep(command.CommandText);
        }
        else if (statement.IsRead)
        {
            // The same text twice at once.
            _others.Add(command);
            return null;
        }

        statement.LastUse = ++_uses;
        return statement;
    }

    internal void Forget(SqliteCommand command) => _others.Remove(command);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CloseFile();
        }

        base.Dispose(disposing);
    }

    private KeptStatement Keep(string text)
    {
        if (_statements.Count == StatementsKept)
        {
            var (oldest, rested) = _statements.Where(s => !s.Value.IsRead).MinBy(s => s.Value.LastUse);
            _statements.Remove(oldest);
            rested.Dispose();
        }

        return _statements[text] = new KeptStatement(text, this);
    }

    // Disposes of every command, the statements among them.
    private void CloseFile()
    {
        _isResting = false;
        base.Close();
        _statements.Clear();
        _others.Clear();
    }
}

using System.Data;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Networks.Data.Sqlite;
using Xunit;

namespace Networks.Workflows.Tests.Sqlite;

/// <summary>A connection that keeps its statements behaves as one that is opened anew each time.</summary>
public sealed class KeptConnectionTests : IDisposable
{
    private const string Names = "SELECT \"Name\" FROM \"Firms\" ORDER BY \"Name\"";

    private readonly string _folder = Directory.CreateTempSubdirectory("networks-kept-").FullName;
    private readonly KeptConnection _connection;

    public KeptConnectionTests()
    {
        _connection = Connection("");
        Run("PRAGMA journal_mode = WAL; CREATE TABLE \"Firms\" (\"Name\" TEXT PRIMARY KEY)");
    }

    public void Dispose()
    {
        _connection.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Given_a_statement_that_was_run_when_it_is_run_again_after_a_closing_then_with_its_new_values()
    {
        Insert("Alfa");
        Insert("Beta");

        Assert.Equal(["Alfa", "Beta"], Read());
    }

    [Fact]
    public void Given_a_text_that_is_being_read_when_the_same_is_read_inside_then_each_sees_every_row()
    {
        Insert("Alfa");
        Insert("Beta");
        _connection.Open();
        using var outer = Command(Names);
        using var reader = outer.ExecuteReader();

        Assert.True(reader.Read());
        using (var inner = Command(Names))
        {
            using var second = inner.ExecuteReader();
            Assert.Equal(["Alfa", "Beta"], Rows(second));
        }

        Assert.True(reader.Read());
        Assert.Equal("Beta", reader.GetString(0));
    }

    [Fact]
    public void Given_a_row_that_is_there_already_when_it_was_refused_then_the_next_one_is_written()
    {
        Insert("Alfa");

        Assert.Equal(19, Assert.Throws<SqliteException>(() => Insert("Alfa")).SqliteErrorCode);
        Insert("Beta");

        Assert.Equal(["Alfa", "Beta"], Read());
    }

    [Fact]
    public void Given_a_table_that_another_program_changed_when_a_kept_statement_is_run_then_it_sees_the_new_column()
    {
        const string every = "SELECT * FROM \"Firms\"";
        Insert("Alfa");
        Assert.Equal(1, Width(every));

        using (var other = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            other.Open();
            using var change = new SqliteCommand("ALTER TABLE \"Firms\" ADD \"City\" TEXT", other);
            change.ExecuteNonQuery();
        }

        Assert.Equal(2, Width(every));
    }

    [Fact]
    public void Given_an_open_transaction_and_an_open_reader_when_closed_then_nothing_of_them_is_left()
    {
        Insert("Alfa");
        _connection.Open();
        var transaction = _connection.BeginTransaction();
        using var insert = Command("INSERT INTO \"Firms\" VALUES ('Beta')");
        insert.ExecuteNonQuery();
        using var select = Command(Names);
        var reader = select.ExecuteReader();
        Assert.True(reader.Read());

        _connection.Close();

        Assert.True(reader.IsClosed);
        Assert.Equal(ConnectionState.Closed, _connection.State);
        using var other = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=1");
        other.Open();
        using var write = new SqliteCommand("INSERT INTO \"Firms\" VALUES ('Gamma'); PRAGMA wal_checkpoint(TRUNCATE)", other);
        using (var checkpoint = write.ExecuteReader())
        {
            Assert.True(checkpoint.Read());
            Assert.Equal(0, checkpoint.GetInt32(0));
        }

        Assert.Equal(["Alfa", "Gamma"], Read());
        transaction.Dispose();
    }

    [Fact]
    public void Given_a_log_that_grew_beside_a_long_reader_when_he_is_done_and_something_is_written_then_it_is_cut_back()
    {
        const int most = 64 << 20;
        Insert("Alfa");
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using (var moment = other.BeginTransaction(deferred: true))
        {
            using var look = new SqliteCommand(Names, other, moment);
            Assert.Equal("Alfa", look.ExecuteScalar());
            foreach (var name in Enumerable.Range(0, 80).Select(number => new string((char)('a' + (number % 26)), 1 << 20) + number))
            {
                Insert(name);
            }

            Assert.InRange(new FileInfo(File + "-wal").Length, most + 1, long.MaxValue);
        }

        Insert("Beta");
        Insert("Gamma");

        Assert.InRange(new FileInfo(File + "-wal").Length, 0, most);
    }

    [Fact]
    public void Given_more_texts_than_are_kept_when_all_are_run_twice_then_each_answers_its_own()
    {
        foreach (var number in Enumerable.Range(0, 600))
        {
            _connection.Open();
            using var command = Command($"SELECT {number % 300} + 0");
            Assert.Equal(number % 300, Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture));
            _connection.Close();
        }
    }

    [Fact]
    public void Given_a_connection_that_is_not_to_be_kept_when_closed_then_the_file_is_free()
    {
        using var connection = Connection(";Pooling=False");
        connection.Open();
        connection.Close();
        _connection.Dispose();
        SqliteConnection.ClearAllPools();

        // The last one that closes a file in WAL mode takes the log away.
        Assert.False(System.IO.File.Exists(File + "-wal"));
        Assert.Equal(ConnectionState.Closed, connection.State);
    }

    private string File => Path.Combine(_folder, "networks.db");

    private KeptConnection Connection(string more) => new($"Data Source={File}{more}");

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private void Run(string text)
    {
        _connection.Open();
        using var command = Command(text);
        command.ExecuteNonQuery();
        _connection.Close();
    }

    private void Insert(string name)
    {
        _connection.Open();
        try
        {
            using var transaction = _connection.BeginTransaction();
            using var command = Command("INSERT INTO \"Firms\" VALUES ($name)");
            command.Parameters.AddWithValue("$name", name);
            Assert.Equal(1, command.ExecuteNonQuery());
            transaction.Commit();
        }
        finally
        {
            _connection.Close();
        }
    }

    private List<string> Read()
    {
        _connection.Open();
        using var command = Command(Names);
        using var reader = command.ExecuteReader();
        var rows = Rows(reader);
        _connection.Close();
        return rows;
    }

    private int Width(string text)
    {
        _connection.Open();
        using var command = Command(text);
        using var reader = command.ExecuteReader();
        var width = reader.FieldCount;
        _connection.Close();
        return width;
    }

    private static List<string> Rows(SqliteDataReader reader)
    {
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

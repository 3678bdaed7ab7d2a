using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Networks.Bench.Engine;

/// <summary>One database that can be copied as a whole, so that ours and the floor begin with the same rows.</summary>
internal sealed class Store
{
    private static int _copies;

    private readonly PostgreSqlServer? _server;
    private readonly string _name;

    private Store(PostgreSqlServer? server, string name, string connectionString)
    {
        _server = server;
        _name = name;
        ConnectionString = connectionString;
    }

    public bool IsSqlite => _server is null;

    public string Word => IsSqlite ? "sqlite" : "postgresql";

    public string ConnectionString { get; }

    /// <summary>A file as the product makes it: WAL, and FULL, which is SQLite's own default.</summary>
    public static Store Sqlite(string file) => new(null, file, $"Data Source={file}");

    public static async Task<Store> PostgreSqlAsync(PostgreSqlServer server, string name)
    {
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        return new Store(server, name, server.ConnectionString(name));
    }

    public async Task<Store> CopyAsync()
    {
        var number = Interlocked.Increment(ref _copies);
        if (_server is null)
        {
            await ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            File.Copy(_name, $"{_name}.{number}");
            return Sqlite($"{_name}.{number}");
        }

        NpgsqlConnection.ClearAllPools();
        var copy = $"{_name}_{number}";
        await _server.ExecuteAsync($"CREATE DATABASE {copy} TEMPLATE {_name}");
        return new Store(_server, copy, _server.ConnectionString(copy));
    }

    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Bytes of SQLite's log beside the file.</summary>
    public long LogSize() => new FileInfo(_name + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>Bytes of tables and indexes, without journal.</summary>
    public async Task<long> SizeAsync()
    {
        await ExecuteAsync(IsSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "CHECKPOINT");
        if (IsSqlite)
        {
            return new FileInfo(_name).Length;
        }

        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_database_size(current_database())";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

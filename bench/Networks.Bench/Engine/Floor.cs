using System.Data.Common;

namespace Networks.Bench.Engine;

/// <summary>
/// The floor: the rows that our acts wrote, written again by hand on a copy of the same database, one transaction an act,
/// with plain ADO.NET on an open connection. No engine, no pipeline, no reading, no rights.
/// </summary>
internal sealed class Floor(Store store) : IDisposable
{
    // One writer at a time in the order of coming, as ours: without it SQLite's own waiting would be the figure.
    private readonly SemaphoreSlim? _gate = store.IsSqlite ? new SemaphoreSlim(1, 1) : null;

    public Task<DbConnection> OpenAsync() => store.OpenAsync();

    public async Task ActAsync(DbConnection connection, IReadOnlyList<Written> writes)
    {
        if (_gate is not null)
        {
            await _gate.WaitAsync();
        }

        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var written in writes)
            {
                await using var command = connection.CreateCommand();
                command.Transaction = transaction;
#pragma warning disable CA2100 // what EF wrote in the same run
                command.CommandText = written.Sql;
#pragma warning restore CA2100
                command.Parameters.AddRange(written.Parameters.ToArray());
                await command.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }
        finally
        {
            _gate?.Release();
        }
    }

    public void Dispose() => _gate?.Dispose();
}

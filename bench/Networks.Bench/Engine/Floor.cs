using System.Data.Common;

namespace Networks.Bench.Engine;

/// <summary>
/// The floor: the rows that our acts wrote, written again by hand on a copy of the same database, one transaction an act,
/// with plain ADO.NET on an open connection. No engine, no pipeline, no reading, no rights. A second one reads too what the
/// act read: what is above that alone is ours to spare.
/// </summary>
/// <param name="inTurns">On SQLite one writer at a time in the order of coming, as ours: without it SQLite's own waiting is the figure.</param>
internal sealed class Floor(Store store, bool inTurns = true) : IDisposable
{
    private readonly SemaphoreSlim? _gate = store.IsSqlite && inTurns ? new SemaphoreSlim(1, 1) : null;

    /// <summary>A caller's share, one transaction an act.</summary>
    /// <param name="sent">What an act is, by hand.</param>
    public async Task RunAsync<T>(IReadOnlyList<T> share, Func<T, IReadOnlyList<Written>> sent)
    {
        await using var connection = await store.OpenAsync();
        foreach (var act in share)
        {
            await ActAsync(connection, sent(act));
        }
    }

    /// <summary>One transaction.</summary>
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
                if (!written.Sql.Contains("SELECT", StringComparison.Ordinal))
                {
                    await command.ExecuteNonQueryAsync();
                    continue;
                }

                await using var answer = await command.ExecuteReaderAsync();
                var row = new object[200];
                do
                {
                    while (await answer.ReadAsync())
                    {
                        answer.GetValues(row);
                    }
                }
                while (await answer.NextResultAsync());
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

using System.Threading.Channels;
using Networks.Data.Imports;
using Networks.Workflows.Discovery.Register;

namespace Networks.Workflows.Discovery.Imports;

/// <summary>A row as it was read.</summary>
internal sealed record PortionRow(int Line, IReadOnlyList<string> Cells, FirmRow Firm)
{
    /// <summary>The firm that it makes when nobody has it yet; null where nothing is written.</summary>
    public NewFirm? New { get; init; }

    public static PortionRow Read(IReadOnlyList<string> columns, int line, IReadOnlyList<string> cells) => new(line, cells, FirmRow.Read(ImportFile.Fields(columns, cells)));
}

/// <param name="Failure">Code of the sentence why the file ends here; null while it does not.</param>
internal sealed record PortionRows(IReadOnlyList<PortionRow> Rows, bool IsLast, string? Failure);

/// <summary>Reads a file ahead of what writes it, so that nobody who waits for the database waits for the reading too.</summary>
internal sealed class PortionReader(FirmImport import, DateOnly today, TimeProvider clock, int mostRows = ImportFile.MostRows)
{
    /// <summary>Portions that wait to be written; with more, a large file would lie in memory.</summary>
    private const int Ahead = 2;

    private readonly Channel<PortionRows> _portions = Channel.CreateBounded<PortionRows>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });

    /// <summary>Which firm each row was about that is behind; it grows while portions are taken.</summary>
    public SeenRows Seen { get; } = new();

    /// <param name="file">Can be read from any place.</param>
    public async IAsyncEnumerable<PortionRows> PortionsAsync(Stream file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadAsync(file, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var portion in _portions.Reader.ReadAllAsync(cancellationToken))
            {
                yield return portion;
            }

            await reading;
        }
        finally
        {
            // The file must not be closed while it is read.
            await stop.CancelAsync();
            await reading.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        try
        {
            await WritePortionsAsync(file, cancellationToken);
            _portions.Writer.Complete();
        }
        catch (Exception e)
        {
            _portions.Writer.Complete(e);
            throw;
        }
    }

    private async Task WritePortionsAsync(Stream file, CancellationToken cancellationToken)
    {
        var portion = new List<PortionRow>(ImportPortion.Size);
        string? failure = null;
        var read = 0;
        using var rows = ImportFile.Rows(file).Skip(1).GetEnumerator();
        while (failure is null && Next(rows, ref failure))
        {
            var row = PortionRow.Read(import.Columns, rows.Current.Line, rows.Current.Cells);
            if (++read > mostRows)
            {
                failure = "discovery.import-too-many-rows";
            }
            else if (read <= import.RowsDone)
            {
                // Done before the service stopped; what it was about is still to be known.
                Remember(row);
            }
            else
            {
                if (portion.Count == ImportPortion.Size)
                {
                    await _portions.Writer.WriteAsync(new PortionRows(portion, false, null), cancellationToken);
                    portion = new(ImportPortion.Size);
                }

                portion.Add(import.Status == ImportStatus.Importing && row.Firm is { Key: not null, Faults.Count: 0 } ? row with { New = NewFirm.Of(row.Firm, import, today, clock) } : row);
            }
        }

        await _portions.Writer.WriteAsync(new PortionRows(portion, true, failure), cancellationToken);
    }

    private static bool Next(IEnumerator<(int Line, IReadOnlyList<string> Cells)> rows, ref string? failure)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (InvalidDataException)
        {
            failure = "discovery.import-unreadable";
            return false;
        }
    }

    private void Remember(PortionRow row)
    {
        if (row.Firm is { Key: { } key, Faults.Count: 0 })
        {
            Seen.Add(key, row.Line, row.Cells);
        }
    }
}

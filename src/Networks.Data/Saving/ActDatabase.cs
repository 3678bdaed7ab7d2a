using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Networks.Data.Saving;

/// <summary>
/// Writes the rows of an act with statements that were composed once, all in one round trip where the database takes
/// several statements at once. Entity Framework still finds what has changed and still takes it as saved; between the two
/// it would order the rows and compose each statement anew, which costs more than the database does. What is not plain
/// (deleted rows, values that the database makes, concurrency tokens, changed unique keys) it writes itself, as it writes
/// all that is saved outside of an act.
/// </summary>
internal sealed class ActDatabase(
    DatabaseDependencies dependencies,
    RelationalDatabaseDependencies relational,
    ICurrentDbContext current,
    ISqlGenerationHelper sql,
    IRelationalCommandBuilderFactory commands,
    IRelationalCommandDiagnosticsLogger log) : RelationalDatabase(dependencies, relational)
{
    /// <summary>Rows in one round trip: a statement takes no more parameters than 65,535 anywhere, and one fault should not name hundreds.</summary>
    private const int RowsTogether = 50;

    private RowPlans Plans => RowPlans.Of(current.Context.Model);

    /// <summary>An act goes back as a whole; elsewhere a failed save must leave the transaction as it was.</summary>
    public bool IsAct => current.Context.Database is { CurrentTransaction: not null, AutoSavepointsEnabled: false };

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (!IsAct)
        {
            return await base.SaveChangesAsync(entries, cancellationToken);
        }

        // Rows that are there keep their places, whatever is new comes after them; last what stands alone, which may point to any.
        var taken = ((NetworksDbContext)current.Context).TakeSeen();
        if (Plans.Order(entries) is { } ordered)
        {
            await WriteAsync([.. taken.Changed, .. ordered, .. taken.New], cancellationToken);
            return taken.Changed.Count + ordered.Count + taken.New.Count;
        }

        await WriteAsync(taken.Changed, cancellationToken);
        var written = await base.SaveChangesAsync(entries, cancellationToken);
        await WriteAsync(taken.New, cancellationToken);
        return taken.Changed.Count + written + taken.New.Count;
    }

    /// <summary>Writes rows, all of them or none that stays: the act is given up when one fails.</summary>
    public async Task WriteAsync(List<RowWriting> rows, CancellationToken cancellationToken)
    {
        var together = RelationalDependencies.Connection.DbConnection.CanCreateBatch ? RowsTogether : 1;
        foreach (var some in rows.Chunk(together))
        {
            await WriteTogetherAsync(some, cancellationToken);
        }
    }

    private async Task WriteTogetherAsync(RowWriting[] rows, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object?>(rows.Sum(row => row.Values.Length));
        foreach (var row in rows)
        {
            foreach (var value in row.Values)
            {
                values.Add(RowStatement.Parameter(values.Count), value);
            }
        }

        var parameters = new RelationalCommandParameterObject(RelationalDependencies.Connection, values, null, current.Context, log, CommandSource.SaveChanges);
        int written;
        try
        {
            written = await Plans.Commands.Of(rows, sql, commands).ExecuteNonQueryAsync(parameters, cancellationToken);
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row of {TablesOf(rows)} could not be written.", e, EntriesOf(rows));
        }

        if (written != rows.Length)
        {
            throw new DbUpdateConcurrencyException($"A row of {TablesOf(rows)} is no longer there.", EntriesOf(rows));
        }
    }

    private static string TablesOf(RowWriting[] rows) => string.Join(", ", rows.Select(r => r.Statement.Table).Distinct());

    private static List<IUpdateEntry> EntriesOf(RowWriting[] rows) => [.. rows.Select(r => r.Entry).OfType<IUpdateEntry>()];
}

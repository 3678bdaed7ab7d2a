using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace Networks.Data.Saving;

/// <summary>
/// Writes the rows of an act with statements that were composed once. Entity Framework still finds what has changed and
/// still takes it as saved; between the two it would order the rows and compose each statement anew, which costs more
/// than the database does. What is not plain (deleted rows, values that the database makes, concurrency tokens, changed
/// unique keys) it writes itself, as it writes all that is saved outside of an act.
/// </summary>
internal sealed class ActDatabase(
    DatabaseDependencies dependencies,
    RelationalDatabaseDependencies relational,
    ICurrentDbContext current,
    ISqlGenerationHelper sql,
    IRelationalCommandBuilderFactory commands,
    IRelationalCommandDiagnosticsLogger log) : RelationalDatabase(dependencies, relational)
{
    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        // An act goes back as a whole; elsewhere a failed save must leave the transaction as it was.
        var isAct = current.Context.Database is { CurrentTransaction: not null, AutoSavepointsEnabled: false };
        if (!isAct || RowPlans.Of(current.Context.Model).Order(entries) is not { } ordered)
        {
            return await base.SaveChangesAsync(entries, cancellationToken);
        }

        foreach (var (entry, plan) in ordered)
        {
            await WriteAsync(entry, plan, cancellationToken);
        }

        return ordered.Count;
    }

    private async Task WriteAsync(IUpdateEntry entry, RowPlan plan, CancellationToken cancellationToken)
    {
        var statement = plan.Statement(entry, sql, commands);
        var parameters = new RelationalCommandParameterObject(RelationalDependencies.Connection, statement.ValuesOf(entry), null, current.Context, log, CommandSource.SaveChanges);
        int written;
        try
        {
            written = await statement.Command.ExecuteNonQueryAsync(parameters, cancellationToken);
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row of {plan.Table} could not be written.", e, [entry]);
        }

        if (written != 1)
        {
            throw new DbUpdateConcurrencyException($"A row of {plan.Table} is no longer there.", [entry]);
        }
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.Reading;

namespace Networks.Data.Operations;

/// <summary>Whether an act raises the version of its case first, which holds the row for it.</summary>
public enum CaseGuard
{
    /// <summary>It has no case.</summary>
    None,
    Always,
    UnlessSuspended,
}

/// <summary>What acts of a kind always read.</summary>
/// <param name="OfCase">Asked for by their case.</param>
/// <param name="OfFirm">Asked for by the participant that acts.</param>
public sealed record RowsAhead(IReadOnlyList<ActRows<CaseId>> OfCase, IReadOnlyList<ActRows<ParticipantId>> OfFirm)
{
    public static readonly RowsAhead None = new([], []);
}

/// <summary>
/// The first statements of every act, in one round trip: the guard on the case, then the look for the operation, then the
/// rows that acts of its kind always read.
/// </summary>
public static class FirstStatements
{
    private const string Raise = "UPDATE \"Cases\" SET \"Version\" = \"Version\" + 1 WHERE \"Id\" = ";
    private const string Case = "case";
    private const string Operation = "operation";
    private const string Firm = "firm";

    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<(CaseGuard Guard, RowsAhead Ahead, bool OfFirm), IRelationalCommand>> _commands = [];
    private static readonly ConditionalWeakTable<IModel, RowMaking> _making = [];

    /// <param name="firm">The participant that acts; null when a person of a desk does.</param>
    /// <param name="ahead">What the act will read; the same for all acts of a kind.</param>
    /// <returns>Whether the guard has raised a version; the operation, if it was completed before.</returns>
    public static async Task<(bool Raised, CompletedOperation? Done)> RunAsync(
        NetworksDbContext db, CaseGuard guard, CaseId caseId, Guid operation, ParticipantId? firm, RowsAhead ahead, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(ahead);
        var template = _commands.GetValue(db.Model, _ => []).GetOrAdd((guard, ahead, firm is not null), key => Compose(db, key.Guard, key.Ahead, key.OfFirm));
        var connection = db.GetService<IRelationalConnection>();
        var values = new Dictionary<string, object?> { [Case] = caseId.Value, [Operation] = operation, [Firm] = firm?.Value };
        var command = connection.RentCommand();
        try
        {
            command.PopulateFrom(template);
            await using var reader = await command.ExecuteReaderAsync(
                new RelationalCommandParameterObject(connection, values, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>()), cancellationToken);
            var rows = reader.DbDataReader;
            var done = await rows.ReadAsync(cancellationToken)
                ? (CompletedOperation)_making.GetValue(db.Model, model => RowShape.Of(model.FindEntityType(typeof(CompletedOperation))!).Making(rows)).Row(rows)
                : null;
            // What the update changed; the look changes nothing.
            var raised = rows.RecordsAffected > 0;
            await rows.NextResultAsync(cancellationToken);
            foreach (var part in ahead.OfCase)
            {
                db.KeepAhead(part, caseId.Value, await part.MakeAsync(db, rows, cancellationToken));
            }

            if (firm is { } acting)
            {
                foreach (var part in ahead.OfFirm)
                {
                    db.KeepAhead(part, acting.Value, await part.MakeAsync(db, rows, cancellationToken));
                }
            }

            return (raised, done);
        }
        finally
        {
            connection.ReturnCommand(command);
        }
    }

    private static IRelationalCommand Compose(NetworksDbContext db, CaseGuard guard, RowsAhead ahead, bool ofFirm)
    {
        var guid = db.GetService<IRelationalTypeMappingSource>().FindMapping(typeof(Guid))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = db.GetService<IRelationalCommandBuilderFactory>().Create();
        if (guard != CaseGuard.None)
        {
            command.Append(Raise).Append(sql.GenerateParameterNamePlaceholder(Case)).Append(guard == CaseGuard.UnlessSuspended ? " AND \"SuspendedAt\" IS NULL" : "").AppendLine(";");
            command.AddParameter(Case, sql.GenerateParameterName(Case), guid, nullable: false);
        }

        command.Append(Look(db)).Append(" = ").Append(sql.GenerateParameterNamePlaceholder(Operation)).AppendLine(";");
        foreach (var rows in ahead.OfCase)
        {
            rows.AppendTo(command, db, sql.GenerateParameterNamePlaceholder(Case));
        }

        if (ofFirm && ahead.OfFirm.Count > 0)
        {
            command.AddParameter(Firm, sql.GenerateParameterName(Firm), guid, nullable: false);
            foreach (var rows in ahead.OfFirm)
            {
                rows.AppendTo(command, db, sql.GenerateParameterNamePlaceholder(Firm));
            }
        }

        return command.AddParameter(Operation, sql.GenerateParameterName(Operation), guid, nullable: false).Build();
    }

    // Composed from the model, so that a new column is read too.
    private static string Look(NetworksDbContext db)
    {
        var type = db.Model.FindEntityType(typeof(CompletedOperation))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return $"SELECT {string.Join(", ", type.GetProperties().Select(p => $"\"{p.GetColumnName(table)}\""))} FROM \"{table.Name}\" WHERE \"{nameof(CompletedOperation.Id)}\"";
    }
}

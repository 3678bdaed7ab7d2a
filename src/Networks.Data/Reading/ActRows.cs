using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.Conventions;

namespace Networks.Data.Reading;

/// <summary>
/// Plain rows that an act reads together in one round trip, to change some of them. The conditions are queries of Entity
/// Framework, translated once; the rows are made by <see cref="RowShape"/> and tracked as <see cref="SeenRows"/> says.
/// </summary>
/// <typeparam name="TId">Type of the one value that all queries ask by.</typeparam>
public sealed class ActRows<TId>
    where TId : struct, IEntityId<TId>
{
    private const string Asked = "asked";

    private readonly List<Part> _parts = [];

    // One for each model: a process may have several kinds of databases.
    private readonly ConditionalWeakTable<IModel, IRelationalCommand> _commands = [];

    /// <summary>Adds rows to what is read; called before the first reading.</summary>
    public Part<TRow> Of<TRow>(Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> query)
        where TRow : class
    {
        var part = new Part<TRow>(query);
        _parts.Add(part);
        return part;
    }

    /// <summary>Reads all parts. Outside of a transaction the rows are tracked at once.</summary>
    public async Task<Answer> ReadAsync(NetworksDbContext db, TId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var template = _commands.GetValue(db.Model, _ => Compose(db));
        var connection = db.GetService<IRelationalConnection>();
        var parameters = new RelationalCommandParameterObject(
            connection, new Dictionary<string, object?> { [Asked] = id.Value }, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>());
        var rows = new Dictionary<Part, object>(_parts.Count);
        var command = connection.RentCommand();
        try
        {
            command.PopulateFrom(template);
            await using var reader = await command.ExecuteReaderAsync(parameters, cancellationToken);
            foreach (var part in _parts)
            {
                rows.Add(part, await part.ReadAsync(db, reader.DbDataReader, cancellationToken));
                await reader.DbDataReader.NextResultAsync(cancellationToken);
            }
        }
        finally
        {
            connection.ReturnCommand(command);
        }

        if (db.Database.CurrentTransaction is null)
        {
            db.Seen.Track(all: true);
        }

        return new Answer(rows);
    }

    private IRelationalCommand Compose(NetworksDbContext db)
    {
        var guid = db.GetService<IRelationalTypeMappingSource>().FindMapping(typeof(Guid))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = db.GetService<IRelationalCommandBuilderFactory>().Create();
        foreach (var part in _parts)
        {
            using var translated = part.Translate(db);
            var name = translated.Parameters.Count == 1 ? translated.Parameters[0].ParameterName.TrimStart('@') : throw new InvalidOperationException("Rows of an act are asked for by one value.");
            command.Append(translated.CommandText.Replace($"@{name}", sql.GenerateParameterNamePlaceholder(Asked), StringComparison.Ordinal)).AppendLine(";");
        }

        return command.AddParameter(Asked, sql.GenerateParameterName(Asked), guid, nullable: false).Build();
    }

    /// <summary>Rows of one table.</summary>
    public abstract class Part
    {
        internal abstract DbCommand Translate(NetworksDbContext db);

        internal abstract Task<object> ReadAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken);
    }

    /// <inheritdoc/>
    public sealed class Part<TRow> : Part
        where TRow : class
    {
        private readonly Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> _query;
        private readonly ConditionalWeakTable<IModel, Func<DbDataReader, object>> _making = [];

        internal Part(Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> query) => _query = query;

        internal override DbCommand Translate(NetworksDbContext db)
        {
            // As a member of an object it becomes a parameter of the statement.
            var asked = Expression.Property(Expression.Constant(new Holder(TId.Of(Guid.Empty))), nameof(Holder.Id));
            var body = ReplacingExpressionVisitor.Replace(_query.Parameters[1], asked, _query.Body);
            return Expression.Lambda<Func<NetworksDbContext, IQueryable<TRow>>>(body, _query.Parameters[0]).Compile()(db).CreateDbCommand();
        }

        internal override async Task<object> ReadAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken)
        {
            var shape = RowShape.Of(db.Model.FindEntityType(typeof(TRow))!);
            var make = _making.GetValue(db.Model, _ => shape.Making(reader));
            var known = db.Seen.KnownOf<TRow>();
            var rows = new List<TRow>();
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(db.Seen.See(shape, (TRow)make(reader), known));
            }

            return rows;
        }

        private sealed record Holder(TId Id);
    }

    /// <summary>What was read.</summary>
    public sealed class Answer
    {
        private readonly IReadOnlyDictionary<Part, object> _rows;

        internal Answer(IReadOnlyDictionary<Part, object> rows) => _rows = rows;

        public List<TRow> Of<TRow>(Part<TRow> part)
            where TRow : class => (List<TRow>)_rows[part];
    }
}

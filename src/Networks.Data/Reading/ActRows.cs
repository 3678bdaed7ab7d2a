using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Networks.Data.Conventions;

namespace Networks.Data.Reading;

/// <summary>
/// Plain rows that an act reads together in one round trip, to change some of them. The conditions are queries of Entity
/// Framework, translated once; the rows are made by <see cref="RowShape"/> and tracked as <see cref="SeenRows"/> says. They
/// come in no order but the one that a query asks for.
/// </summary>
/// <typeparam name="TId">Type of the one value that all queries ask by.</typeparam>
public sealed partial class ActRows<TId> : ActRows
    where TId : struct, IEntityId<TId>
{
    private const string Asked = "asked";

    private readonly List<Query> _queries = [];

    // One for each model: a process may have several kinds of databases.
    private readonly ConditionalWeakTable<IModel, IRelationalCommand> _commands = [];

    /// <summary>Adds rows of several tables to what is read, side by side, or parts of such; called before the first reading.</summary>
    public Query Together<T>(Expression<Func<NetworksDbContext, TId, IQueryable<T>>> query)
    {
        var added = Query.Of(query);
        _queries.Add(added);
        return added;
    }

    /// <summary>Adds rows to what is read; called before the first reading.</summary>
    /// <param name="watched">Properties at whose changes consequences look: Entity Framework is then told of a row in which one of them has changed.</param>
    public Part<TRow> Of<TRow>(Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> query, params IReadOnlyCollection<string> watched)
        where TRow : class => Together(query).Of<TRow>(watched);

    /// <summary>Adds rows that the act only reads; called before the first reading.</summary>
    public Part<TRow> OnlyRead<TRow>(Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> query)
        where TRow : class => Together(query).OnlyRead<TRow>();

    /// <summary>Reads all parts. Outside of a transaction the rows are tracked at once.</summary>
    public async Task<Answer> ReadAsync(NetworksDbContext db, TId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.TakeAhead(this, id.Value) is Answer ahead)
        {
            return ahead;
        }

        var template = _commands.GetValue(db.Model, _ => Compose(db));
        var connection = db.GetService<IRelationalConnection>();
        var parameters = new RelationalCommandParameterObject(
            connection, new Dictionary<string, object?> { [Asked] = id.Value }, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>());
        Answer rows;
        var command = connection.RentCommand();
        try
        {
            command.PopulateFrom(template);
            await using var reader = await command.ExecuteReaderAsync(parameters, cancellationToken);
            rows = (Answer)await MakeAsync(db, reader.DbDataReader, cancellationToken);
        }
        finally
        {
            connection.ReturnCommand(command);
        }

        if (!db.ReadsForAct)
        {
            db.Seen.Track(all: true);
        }

        return rows;
    }

    internal override void AppendTo(IRelationalCommandBuilder command, NetworksDbContext db, string asked)
    {
        foreach (var query in _queries)
        {
            command.Append(query.TextOf(db, asked)).AppendLine(";");
        }
    }

    internal override async Task<object> MakeAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Part, object?>();
        foreach (var query in _queries)
        {
            await query.ReadAsync(db, reader, rows, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
        }

        return new Answer(rows);
    }

    private IRelationalCommand Compose(NetworksDbContext db)
    {
        var guid = db.GetService<IRelationalTypeMappingSource>().FindMapping(typeof(Guid))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = db.GetService<IRelationalCommandBuilderFactory>().Create();
        AppendTo(command, db, sql.GenerateParameterNamePlaceholder(Asked));
        return command.AddParameter(Asked, sql.GenerateParameterName(Asked), guid, nullable: false).Build();
    }

    /// <summary>What was read.</summary>
    public sealed class Answer
    {
        private readonly IReadOnlyDictionary<Part, object?> _rows;

        internal Answer(IReadOnlyDictionary<Part, object?> rows) => _rows = rows;

        public List<TRow> Of<TRow>(Part<TRow> part)
            where TRow : class => (List<TRow>)_rows[part]!;

        /// <returns>The first row's that has one; null when none has.</returns>
        public string? Of(Word part) => (string?)_rows[part];
    }
}

/// <summary>Rows that are read together, whatever they are asked by.</summary>
public abstract class ActRows
{
    private protected ActRows()
    {
    }

    /// <param name="asked">Placeholder of the value that all queries ask by.</param>
    internal abstract void AppendTo(IRelationalCommandBuilder command, NetworksDbContext db, string asked);

    /// <summary>Makes the rows from the results that the reader stands at; it then stands at what comes after them.</summary>
    internal abstract Task<object> MakeAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken);
}

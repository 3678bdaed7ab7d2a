using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Networks.Data.Reading;

/// <summary>What is read together: rows with those that they own, and words alone.</summary>
public sealed partial class ActRows<TId>
{
    /// <summary>What one of the queries asks for.</summary>
    public abstract class Part
    {
        internal abstract DbCommand Translate(NetworksDbContext db);

        internal abstract Task<object> ReadAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken);

        private protected static DbCommand Translate<T>(NetworksDbContext db, Expression<Func<NetworksDbContext, TId, IQueryable<T>>> query)
        {
            // As a member of an object it becomes a parameter of the statement.
            var asked = Expression.Property(Expression.Constant(new Holder(TId.Of(Guid.Empty))), nameof(Holder.Id));
            var body = ReplacingExpressionVisitor.Replace(query.Parameters[1], asked, query.Body);
            return Expression.Lambda<Func<NetworksDbContext, IQueryable<T>>>(body, query.Parameters[0]).Compile()(db).CreateDbCommand();
        }

        private sealed record Holder(TId Id);
    }

    /// <summary>Rows of one table, with those that they own.</summary>
    public sealed class Part<TRow> : Part
        where TRow : class
    {
        private readonly Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> _query;
        private readonly bool _isWatched;
        private readonly ConditionalWeakTable<IModel, RowMaking> _making = [];

        internal Part(Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> query, bool isWatched) => (_query, _isWatched) = (query, isWatched);

        internal override DbCommand Translate(NetworksDbContext db) => Translate(db, _query);

        internal override async Task<object> ReadAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken)
        {
            var shape = RowShape.Of(db.Model.FindEntityType(typeof(TRow))!);
            var making = _making.GetValue(db.Model, _ => shape.Making(reader));
            var known = db.Seen.KnownOf<TRow>();
            var rows = new List<TRow>();
            var (isNew, key) = (false, Guid.Empty);
            while (await reader.ReadAsync(cancellationToken))
            {
                // A row comes once for each that it owns, these one after the other.
                if (making.Listed is null || rows.Count == 0 || reader.GetGuid(making.Key) != key)
                {
                    var made = (TRow)making.Row(reader);
                    rows.Add(db.Seen.See(shape, made, known, _isWatched));
                    isNew = ReferenceEquals(rows[^1], made);
                    key = making.Listed is null ? Guid.Empty : reader.GetGuid(making.Key);
                }

                if (isNew && making.Listed is { } listed && !await reader.IsDBNullAsync(making.ListedKey, cancellationToken))
                {
                    var part = listed(reader);
                    making.Own(rows[^1], part);
                    db.Seen.SeePart(shape.Listed!, part, rows[^1], _isWatched);
                }
            }

            return rows;
        }
    }

    /// <summary>Words alone.</summary>
    public sealed class Words : Part
    {
        private readonly Expression<Func<NetworksDbContext, TId, IQueryable<string?>>> _query;

        internal Words(Expression<Func<NetworksDbContext, TId, IQueryable<string?>>> query) => _query = query;

        internal override DbCommand Translate(NetworksDbContext db) => Translate(db, _query);

        internal override async Task<object> ReadAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken)
        {
            var words = new List<string?>();
            while (await reader.ReadAsync(cancellationToken))
            {
                words.Add(await reader.IsDBNullAsync(0, cancellationToken) ? null : reader.GetString(0));
            }

            return words;
        }
    }
}

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
        private readonly IReadOnlyCollection<string>? _watched;
        private readonly ConditionalWeakTable<IModel, RowMaking> _making = [];

        /// <param name="watched">Null for rows that are only read.</param>
        internal Part(Expression<Func<NetworksDbContext, TId, IQueryable<TRow>>> query, IReadOnlyCollection<string>? watched) => (_query, _watched) = (query, watched);

        internal override DbCommand Translate(NetworksDbContext db) => Translate(db, _query);

        internal override async Task<object> ReadAsync(NetworksDbContext db, DbDataReader reader, CancellationToken cancellationToken)
        {
            var shape = RowShape.Of(db.Model.FindEntityType(typeof(TRow))!);
            var making = _making.GetValue(db.Model, _ => shape.Making(reader));
            var known = _watched is null ? null : db.Seen.KnownOf<TRow>();
            var rows = new List<TRow>();
            var (isNew, key) = (false, Guid.Empty);
            HashSet<Guid> owned = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                // A row comes once for each that it owns, and where it owns several lists, for each pair of them.
                if (making.Lists.Count == 0 || rows.Count == 0 || reader.GetGuid(making.Key) != key)
                {
                    var made = (TRow)making.Row(reader);
                    rows.Add(known is null ? made : db.Seen.See(shape, made, known, _watched!));
                    isNew = ReferenceEquals(rows[^1], made);
                    key = making.Lists.Count == 0 ? Guid.Empty : reader.GetGuid(making.Key);
                    owned.Clear();
                }

                foreach (var list in making.Lists)
                {
                    if (isNew && !await reader.IsDBNullAsync(list.Key, cancellationToken) && owned.Add(reader.GetGuid(list.Key)))
                    {
                        var part = list.Part(reader);
                        list.Own(rows[^1], part);
                        if (known is not null)
                        {
                            db.Seen.SeePart(list.Shape, part, rows[^1]);
                        }
                    }
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

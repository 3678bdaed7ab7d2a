using System.Data.Common;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Networks.Data.Reading;

/// <summary>What is read together: queries, and what of their answers an act takes.</summary>
public sealed partial class ActRows<TId>
{
    /// <summary>
    /// One statement. It may ask for rows of several tables side by side, each of which then comes once, however often it is
    /// repeated; one that owns others stands last, so that the columns of the others stay together.
    /// </summary>
    public sealed class Query
    {
        private readonly Func<NetworksDbContext, IQueryable> _ask;
        private readonly List<Part> _parts = [];

        private Query(Func<NetworksDbContext, IQueryable> ask) => _ask = ask;

        internal static Query Of<T>(Expression<Func<NetworksDbContext, TId, IQueryable<T>>> query) => new(db =>
        {
            // As a member of an object it becomes a parameter of the statement.
            var asked = Expression.Property(Expression.Constant(new Holder(TId.Of(Guid.Empty))), nameof(Holder.Id));
            var body = ReplacingExpressionVisitor.Replace(query.Parameters[1], asked, query.Body);
            return Expression.Lambda<Func<NetworksDbContext, IQueryable<T>>>(body, query.Parameters[0]).Compile()(db);
        });

        /// <summary>Takes rows of one table from the answer; called before the first reading.</summary>
        /// <param name="watched">Properties at whose changes consequences look: Entity Framework is then told of a row in which one of them has changed.</param>
        public Part<TRow> Of<TRow>(params IReadOnlyCollection<string> watched)
            where TRow : class => Take(new Part<TRow>(watched));

        /// <summary>Takes rows that the act only reads; called before the first reading.</summary>
        public Part<TRow> OnlyRead<TRow>()
            where TRow : class => Take(new Part<TRow>(watched: null));

        /// <summary>Takes a word, e.g. a name alone; called before the first reading.</summary>
        /// <param name="column">The only one of this name in the answer.</param>
        public Word WordOf(string column) => Take(new Word(column));

        /// <param name="asked">Placeholder of the value that the query asks by.</param>
        internal string TextOf(NetworksDbContext db, string asked) => QueryText.Of(_ask(db), asked);

        internal async Task ReadAsync(NetworksDbContext db, DbDataReader reader, Dictionary<Part, object?> answer, CancellationToken cancellationToken)
        {
            var taking = _parts.ConvertAll(part => part.Begin(db, reader));
            while (await reader.ReadAsync(cancellationToken))
            {
                foreach (var part in taking)
                {
                    part.Take(reader);
                }
            }

            for (var i = 0; i < _parts.Count; i++)
            {
                answer.Add(_parts[i], taking[i].Taken);
            }
        }

        private TPart Take<TPart>(TPart part)
            where TPart : Part
        {
            _parts.Add(part);
            return part;
        }

        private sealed record Holder(TId Id);
    }

    /// <summary>What is taken from the answer of a query.</summary>
    public abstract class Part
    {
        internal abstract Taking Begin(NetworksDbContext db, DbDataReader reader);

        /// <summary>A part while its answer is read.</summary>
        internal abstract class Taking
        {
            public abstract object? Taken { get; }

            public abstract void Take(DbDataReader reader);
        }
    }

    /// <summary>Rows of one table, with those that they own.</summary>
    public sealed class Part<TRow> : Part
        where TRow : class
    {
        private readonly IReadOnlyCollection<string>? _watched;
        private readonly ConditionalWeakTable<IModel, RowMaking> _making = [];

        /// <param name="watched">Null for rows that are only read.</param>
        internal Part(IReadOnlyCollection<string>? watched) => _watched = watched;

        internal override Taking Begin(NetworksDbContext db, DbDataReader reader)
        {
            var shape = RowShape.Of(db.Model.FindEntityType(typeof(TRow))!);
            return new Rows(db.Seen, shape, _making.GetValue(db.Model, _ => shape.Making(reader)), _watched);
        }

        private sealed class Rows(SeenRows seen, RowShape shape, RowMaking making, IReadOnlyCollection<string>? watched) : Taking
        {
            private readonly List<TRow> _rows = [];
            private readonly SeenRows.Known? _known = watched is null ? null : seen.KnownOf<TRow>();

            // The rows of the answer by their keys; null for one that was there already and keeps what it owns.
            private readonly Dictionary<Guid, TRow?> _made = [];
            private readonly HashSet<(Guid Owner, Guid Part)> _owned = [];
            private Guid _last;
            private TRow? _owner;

            public override object Taken => _rows;

            public override void Take(DbDataReader reader)
            {
                if (reader.IsDBNull(making.Key))
                {
                    return;
                }

                // A row comes once for each that stands beside it, and for each that it owns, and others may come between.
                var key = reader.GetGuid(making.Key);
                if (key != _last && !_made.TryGetValue(key, out _owner))
                {
                    _made.Add(key, _owner = Add((TRow)making.Row(reader)));
                }

                _last = key;
                foreach (var list in making.Lists)
                {
                    if (_owner is not null && !reader.IsDBNull(list.Key) && _owned.Add((key, reader.GetGuid(list.Key))))
                    {
                        var part = list.Part(reader);
                        list.Own(_owner, part);
                        if (_known is not null)
                        {
                            seen.SeePart(list.Shape, part, _owner);
                        }
                    }
                }
            }

            private TRow? Add(TRow made)
            {
                _rows.Add(_known is null ? made : seen.See(shape, made, _known, watched!));
                return ReferenceEquals(_rows[^1], made) ? made : null;
            }
        }
    }

    /// <summary>A word alone.</summary>
    public sealed class Word : Part
    {
        private readonly string _column;

        internal Word(string column) => _column = column;

        internal override Taking Begin(NetworksDbContext db, DbDataReader reader) => new First(
            Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) == _column).ToArray() is [var at] ? at : throw new InvalidOperationException($"{_column} is not one column of the answer."));

        private sealed class First(int at) : Taking
        {
            private string? _word;

            public override object? Taken => _word;

            public override void Take(DbDataReader reader) => _word ??= reader.IsDBNull(at) ? null : reader.GetString(at);
        }
    }
}

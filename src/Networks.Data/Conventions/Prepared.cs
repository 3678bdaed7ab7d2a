using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Networks.Data.Conventions;

/// <summary>
/// A query that is translated once, for what every act reads: without it, building and looking up the query costs more
/// than asking the database. It says itself whether its rows are tracked.
/// </summary>
/// <param name="query">Uses its argument as it is: a member of it cannot be translated.</param>
public sealed class Prepared<TArgument, TRow>(Expression<Func<NetworksDbContext, TArgument, IQueryable<TRow>>> query)
{
    // One for each model: a process may have several kinds of databases, and a translation is for one of them.
    private readonly ConditionalWeakTable<IModel, Func<NetworksDbContext, TArgument, IAsyncEnumerable<TRow>>> _translated = [];

    public async Task<List<TRow>> ListAsync(NetworksDbContext db, TArgument argument, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = new List<TRow>();
        await foreach (var row in _translated.GetValue(db.Model, _ => EF.CompileAsyncQuery(query))(db, argument).WithCancellation(cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }

    public async Task<TRow?> FirstOrDefaultAsync(NetworksDbContext db, TArgument argument, CancellationToken cancellationToken) =>
        (await ListAsync(db, argument, cancellationToken)).FirstOrDefault();
}

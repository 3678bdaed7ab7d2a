using System.Data;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Networks.Data.Discovery;

namespace Networks.Data.SqlServer;

public sealed class SqlServerNetworksDbContext(DbContextOptions<SqlServerNetworksDbContext> options) : NetworksDbContext(options)
{
    protected override IsolationLevel? MomentLevel => null;

    public override async Task<List<int>> CountAsync(IReadOnlyList<SearchTerms> searches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(searches);
        var counts = new List<int>();
        foreach (var terms in searches)
        {
            var cards = Fitting(SearchCards, c => c.Terms, terms).Select(c => c.Number);
            counts.Add(await SearchEntries.Where(e => cards.Contains(e.CardNumber!.Value) && e.HeldBy != terms.CardsFor).Take(terms.AtMost).CountAsync(cancellationToken));
        }

        return counts;
    }

    /// <summary>
    /// Full-text search is a part of SQL Server that many installations leave out, so terms are compared as text: right on
    /// every edition, and slower the more firms there are.
    /// </summary>
    protected override Task<List<SearchMatch>> MatchAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.CardsFor is null
            ? Fitting(SearchEntries, e => e.Own, terms).OrderBy(e => e.Number).Take(terms.AtMost).Select(e => new SearchMatch(e.Number, e.Own)).ToListAsync(cancellationToken)
            : Fitting(SearchCards, c => c.Terms, terms).OrderBy(c => c.Number).Take(terms.AtMost).Select(c => new SearchMatch(c.Number, c.Terms)).ToListAsync(cancellationToken);
    }

    private static IQueryable<T> Fitting<T>(IQueryable<T> rows, Expression<Func<T, string>> text, SearchTerms terms)
        where T : class
    {
        terms.Check();
        rows = terms.All.Aggregate(rows.AsNoTracking(), (found, facet) => found.Where(AnyOf(text, facet, " ")));
        rows = terms.Any.Count == 0 ? rows : rows.Where(AnyOf(text, terms.Any, ""));
        return terms.Only is { } only ? rows.Where(AnyOf(text, [only], " ")) : rows;
    }

    private static Expression<Func<T, bool>> AnyOf<T>(Expression<Func<T, string>> text, IReadOnlyList<string> words, string end)
    {
        var concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string), typeof(string)])!;
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        var padded = Expression.Call(concat, Expression.Constant(" "), text.Body, Expression.Constant(" "));
        var tests = words.Select(word => (Expression)Expression.Call(padded, contains, Expression.Constant(" " + word + end)));
        return Expression.Lambda<Func<T, bool>>(tests.Aggregate(Expression.OrElse), text.Parameters);
    }
}

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerNetworksDbContext>
{
    public SqlServerNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerNetworksDbContext>().UseSqlServer("Server=design", o => o.UseCompatibilityLevel(150)).Options);
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Networks.Data.Discovery;

namespace Networks.Data.SqlServer;

public sealed class SqlServerNetworksDbContext(DbContextOptions<SqlServerNetworksDbContext> options) : NetworksDbContext(options)
{
    /// <summary>
    /// Full-text search is a part of SQL Server that many installations leave out, so terms are compared as text: right on
    /// every edition, and slower the more firms there are.
    /// </summary>
    public override Task<List<SearchHit>> SearchAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        terms.Check();
        var rows = SearchEntries.AsNoTracking();
        rows = terms.All.Aggregate(rows, (found, facet) => found.Where(AnyOf(facet, " ", terms.Cards)));
        rows = terms.Any.Count == 0 ? rows : rows.Where(AnyOf(terms.Any, "", terms.Cards));
        rows = terms.Only is { } only ? rows.Where(e => (" " + e.Own + " ").Contains(" " + only + " ")) : rows;
        rows = terms.Not is { } not ? rows.Where(e => !(" " + e.Own + " ").Contains(" " + not + " ")) : rows;
        return rows.OrderBy(e => e.Number).Take(terms.AtMost).Select(e => new SearchHit(e.Number, 0)).ToListAsync(cancellationToken);
    }

    private static Expression<Func<SearchEntry, bool>> AnyOf(IReadOnlyList<string> words, string end, bool cards)
    {
        var entry = Expression.Parameter(typeof(SearchEntry), "e");
        var concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string), typeof(string)])!;
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        var text = Expression.Call(concat, Expression.Constant(" "), Expression.Property(entry, cards ? nameof(SearchEntry.Shared) : nameof(SearchEntry.Own)), Expression.Constant(" "));
        var tests = words.Select(word => (Expression)Expression.Call(text, contains, Expression.Constant(" " + word + end)));
        return Expression.Lambda<Func<SearchEntry, bool>>(tests.Aggregate(Expression.OrElse), entry);
    }
}

/// <summary>For eng/add-migration only: the connection is never opened.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerNetworksDbContext>
{
    public SqlServerNetworksDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerNetworksDbContext>().UseSqlServer("Server=design", o => o.UseCompatibilityLevel(150)).Options);
}

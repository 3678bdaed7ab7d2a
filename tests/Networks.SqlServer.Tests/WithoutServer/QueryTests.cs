using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Sqlite;
using Networks.Web.Tests.Rights;

namespace Networks.SqlServer.Tests.WithoutServer;

/// <summary>The queries of a whole service, each also translated for SQL Server and read by its own parser.</summary>
public sealed class QueryTests
{
    [Fact]
    public async Task Given_every_page_and_the_acts_before_it_then_each_query_is_translated_and_is_t_sql()
    {
#pragma warning disable EF1001 // see BothDialects
        await using var world = await RightsWorld.NewAsync(builder => builder.Services.ConfigureDbContext<SqliteNetworksDbContext>(options => options.ReplaceService<IQueryCompiler, BothDialects>()));
#pragma warning restore EF1001
        foreach (var person in world.People)
        {
            foreach (var endpoint in Addressed.All(world.Desk.App).Where(e => e.Gets))
            {
                using var answer = await person.Client.GetAsync(new Uri(endpoint.In(world.Own), UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.True((int)answer.StatusCode < 500, $"{endpoint.Route}: {answer.StatusCode}");
            }
        }

        var statements = BothDialects.Statements.Keys.ToList();
        TestContext.Current.SendDiagnosticMessage($"{statements.Count} statements");
        Assert.True(statements.Count >= 100, $"only {statements.Count} statements");
        Assert.True(BothDialects.Untranslated.IsEmpty, string.Join("\n", BothDialects.Untranslated));
        Assert.Empty(statements.SelectMany(TransactSql.Faults));
    }
}

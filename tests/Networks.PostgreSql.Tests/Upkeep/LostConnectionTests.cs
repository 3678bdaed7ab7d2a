using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Data.PostgreSql;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Upkeep;

/// <summary>A server that goes away while somebody reads.</summary>
public sealed class LostConnectionTests : IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddTransient<IRequestHandler<ReadOn, Result<int>>, ReadOnHandler>());
        _given.Actor = Actor.Of(_given.Lecco);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_connection_that_is_lost_in_the_middle_of_a_query_then_that_is_the_fault_that_is_told_and_the_next_query_answers()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => _given.SendAsync(new ReadOn(Lost.Between)));

        Assert.Equal(DatabaseFault.Unreachable, DatabaseFaults.Of(fault));
        Assert.Equal(0, (await _given.SendAsync(new ReadOn(Lost.Never))).Value);
    }

    [Fact]
    public async Task Given_a_connection_that_is_lost_after_the_last_thing_was_read_then_the_query_answers()
    {
        Assert.Equal(0, (await _given.SendAsync(new ReadOn(Lost.Afterwards))).Value);
        Assert.Equal(0, (await _given.SendAsync(new ReadOn(Lost.Never))).Value);
    }

    [Fact]
    public async Task Given_a_connection_that_is_lost_when_a_statement_was_about_to_be_prepared_then_the_next_one_that_the_same_context_opens_answers()
    {
        var server = await _given.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        var options = new DbContextOptionsBuilder<PostgreSqlNetworksDbContext>();
        options.UseActsOnPostgreSql($"{server};Max Auto Prepare=1;Auto Prepare Min Usages=2");
        await using var db = new PostgreSqlNetworksDbContext(options.Options);
        var lost = await OwnAsync(db);
        await _given.WriteAsync(other => other.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend({lost}, 60000)"));

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => OwnAsync(db));

        Assert.True(DatabaseFaults.IsOfDatabase(fault));
        Assert.Equal(DatabaseFault.Unreachable, DatabaseFaults.Of(fault));
        Assert.NotEqual(lost, await OwnAsync(db));
    }

    private static Task<int> OwnAsync(NetworksDbContext db) =>
        db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync(TestContext.Current.CancellationToken);

    private enum Lost
    {
        Never,
        Between,
        Afterwards,
    }

    [Access(Right.OwnAccount)]
    private sealed record ReadOn(Lost When) : IQuery<int>;

    private sealed class ReadOnHandler(NetworksDbContext db, IServiceScopeFactory scopes) : IRequestHandler<ReadOn, Result<int>>
    {
        public async Task<Result<int>> Handle(ReadOn request, CancellationToken cancellationToken)
        {
            var own = await OwnAsync(db);
            await LoseAsync(own, request.When == Lost.Between, cancellationToken);
            var cases = await db.Cases.CountAsync(cancellationToken);
            await LoseAsync(own, request.When == Lost.Afterwards, cancellationToken);
            return cases;
        }

        private async Task LoseAsync(int connection, bool isNow, CancellationToken cancellationToken)
        {
            if (isNow)
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<NetworksDbContext>().Database.ExecuteSqlAsync($"SELECT pg_terminate_backend({connection})", cancellationToken);
            }
        }
    }
}

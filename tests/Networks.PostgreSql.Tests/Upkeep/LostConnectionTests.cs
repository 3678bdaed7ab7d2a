using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Faults;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;
using Npgsql;

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
    public async Task Given_a_client_that_fails_on_the_next_connection_for_what_it_did_not_prepare_on_the_lost_one_then_that_is_told_as_a_lost_connection()
    {
        var server = await _given.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await using var connection = new NpgsqlConnection($"{server};Max Auto Prepare=1;Auto Prepare Min Usages=2");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await AskAsync(connection);
        await _given.WriteAsync(db => db.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend({connection.ProcessID}, 60000)"));
        await Assert.ThrowsAnyAsync<DbException>(() => AskAsync(connection));
        await connection.CloseAsync();
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(connection));

        Assert.True(DatabaseFaults.IsOfDatabase(fault));
        Assert.Equal(DatabaseFault.Unreachable, DatabaseFaults.Of(fault));
    }

    // As Entity Framework asks: a command each time, which the connection keeps for the next one.
    private static async Task AskAsync(NpgsqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

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
            var own = await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync(cancellationToken);
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

using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>What a query reads is of one moment.</summary>
public sealed class MomentTests
{
    [Fact]
    public async Task Given_somebody_who_writes_between_two_things_that_a_query_reads_then_it_sees_neither_of_it_and_the_next_query_both()
    {
        Given given = null!;
        var between = new Between(async () => await given.CaseAsync(await given.FirmAsync(given.Lecco, 2)));
        await using (given = await Given.NewAsync(services => services.AddSingleton(between).AddTransient<IRequestHandler<CountTwice, Result<(int, int)>>, CountTwiceHandler>()))
        {
            Assert.SkipWhen(await given.ReadAsync(db => Task.FromResult(db.Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal))), "SQL Server shows each statement a moment of its own.");
            await given.CaseAsync(await given.FirmAsync(given.Lecco, 1));

            Assert.Equal([(1, 1), (2, 2)], new[] { await given.DoneAsync(given.Lecco, new CountTwice()), await given.DoneAsync(given.Lecco, new CountTwice()) });
        }
    }

    [Fact]
    public async Task Given_a_query_that_writes_then_it_fails_and_nothing_is_stored()
    {
        await using var given = await Given.NewAsync(services => services.AddTransient<IRequestHandler<Scribble, Result<int>>, ScribbleHandler>());
        Assert.SkipWhen(await given.ReadAsync(db => Task.FromResult(db.Database.ProviderName!.EndsWith("SqlServer", StringComparison.Ordinal))), "SQL Server shows each statement a moment of its own.");
        given.Actor = Actor.Of(given.Lecco);

        await Assert.ThrowsAsync<InvalidOperationException>(() => given.SendAsync(new Scribble()));

        Assert.Equal("Associazione Lecco", await given.ReadAsync(db => db.Associations.Where(a => a.Id == given.Lecco.AssociationId).Select(a => a.Name).SingleAsync()));
    }

    /// <summary>What happens in the middle of a query, the first time.</summary>
    private sealed class Between(Func<Task> act)
    {
        private Func<Task>? _act = act;

        public Task ActAsync() => Interlocked.Exchange(ref _act, null)?.Invoke() ?? Task.CompletedTask;
    }

    [Access(Right.OwnAccount)]
    private sealed record CountTwice : IQuery<(int First, int Second)>;

    private sealed class CountTwiceHandler(NetworksDbContext db, Between between) : IRequestHandler<CountTwice, Result<(int First, int Second)>>
    {
        public async Task<Result<(int First, int Second)>> Handle(CountTwice request, CancellationToken cancellationToken)
        {
            var first = await db.Cases.CountAsync(cancellationToken);
            await between.ActAsync();
            return (first, await db.Cases.CountAsync(cancellationToken));
        }
    }

    [Access(Right.OwnAccount)]
    private sealed record Scribble : IQuery<int>;

    private sealed class ScribbleHandler(NetworksDbContext db, IActor actor) : IRequestHandler<Scribble, Result<int>>
    {
        public async Task<Result<int>> Handle(Scribble request, CancellationToken cancellationToken)
        {
            (await db.Associations.SingleAsync(a => a.Id == actor.Association, cancellationToken)).Name = "Altra";
            return await db.SaveChangesAsync(cancellationToken);
        }
    }
}

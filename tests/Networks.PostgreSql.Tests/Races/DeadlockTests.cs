using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Faults;
using Networks.Workflows.Tests.Support;

namespace Networks.PostgreSql.Tests.Races;

/// <summary>What the database does to one of two acts that hold what the other wants.</summary>
public sealed class DeadlockTests
{
    [Fact]
    public async Task Given_two_acts_that_wait_for_one_another_when_one_is_broken_off_then_the_error_is_of_the_database_and_asks_to_begin_again()
    {
        await using var given = await Given.NewAsync();
        await given.WriteAsync(db => db.AddRangeAsync(new Counter("one"), new Counter("two")));
        var (holdsOne, holdsTwo) = (new TaskCompletionSource(), new TaskCompletionSource());

        var errors = await Task.WhenAll(
            RaiseAsync(given, "one", "two", holdsOne, holdsTwo.Task), RaiseAsync(given, "two", "one", holdsTwo, holdsOne.Task));

        var error = Assert.Single(errors, e => e is not null)!;
        Assert.IsNotType<DbUpdateException>(error, exactMatch: true);
        Assert.True(DatabaseFaults.IsOfDatabase(error));
        Assert.Equal(DatabaseFault.Contention, DatabaseFaults.Of(error));
    }

    private static async Task<Exception?> RaiseAsync(Given given, string first, string second, TaskCompletionSource holds, Task other)
    {
        try
        {
            await given.ReadAsync(async db =>
            {
                db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
                await using var transaction = await db.Database.BeginTransactionAsync();
                (await db.Counters.SingleAsync(c => c.Name == first)).Last++;
                await db.SaveChangesAsync();
                holds.SetResult();
                await other;
                (await db.Counters.SingleAsync(c => c.Name == second)).Last++;
                await db.SaveChangesAsync();
                await transaction.CommitAsync();
                return 0;
            });
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or DbUpdateException)
        {
            return e;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Networks.Data;
using Networks.Data.Operations;
using Networks.Data.Reading;
using Networks.Data.Work;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>Rows that an act reads are written when they have changed, whoever changed them, and only then.</summary>
public sealed class SeenRowsTests : InRound
{
    private static readonly ActRows<CaseId> _rows = new();
    private static readonly ActRows<CaseId>.Part<ProcessInstance> _processes = _rows.Of((db, id) => db.Processes.Where(p => p.CaseId == id));
    private static readonly ActRows<CaseId>.Part<WorkItem> _items = _rows.Of((db, id) => db.WorkItems.Where(i => i.CaseId == id).OrderBy(i => i.Path).ThenBy(i => i.Id));
    private static readonly ActRows<CaseId>.Part<DueTimer> _timers = _rows.Of((db, id) => db.Timers.Where(t => t.CaseId == id));

    [Fact]
    public async Task Given_rows_of_the_engine_when_they_are_read_for_an_act_then_they_are_as_Entity_Framework_reads_them()
    {
        await using var act = await Db.Database.BeginTransactionAsync();
        var read = await _rows.ReadAsync(Db, Case, default);

        AssertSame(await Db.Processes.AsNoTracking().Where(p => p.CaseId == Case).ToListAsync(), read.Of(_processes), p => p.Id);
        AssertSame(await Db.WorkItems.AsNoTracking().Where(i => i.CaseId == Case).ToListAsync(), read.Of(_items), i => i.Id);
        AssertSame(await Db.Timers.AsNoTracking().Where(t => t.CaseId == Case).ToListAsync(), read.Of(_timers), t => t.Id);
    }

    [Fact]
    public async Task Given_rows_of_an_act_when_one_is_changed_then_it_alone_is_tracked_with_what_it_was_and_saved()
    {
        var changed = await InActAsync(async items =>
        {
            items[0].DueOn = new DateOnly(2026, 12, 24);
            Db.TrackSeen(all: false);
            var entry = Assert.Single(Db.ChangeTracker.Entries());
            Assert.Equal([nameof(WorkItem.DueOn)], entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name));
            Assert.NotEqual(items[0].DueOn, entry.Property(nameof(WorkItem.DueOn)).OriginalValue);

            items[0].Fence++;
            items[1].Fence += 2;
            await Db.SaveChangesAsync();
            return items[0].Id;
        });

        var stored = await Given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == Case).OrderBy(i => i.Path).ThenBy(i => i.Id).ToListAsync());
        Assert.Equal((changed, new DateOnly(2026, 12, 24), 1, 2), (stored[0].Id, stored[0].DueOn, stored[0].Fence, stored[1].Fence));
    }

    [Fact]
    public async Task Given_rows_changed_in_an_act_that_was_taken_back_when_the_next_one_saves_then_nothing_of_them_is_written()
    {
        await using (await Db.Database.BeginTransactionAsync())
        {
            (await _rows.ReadAsync(Db, Case, default)).Of(_items)[0].Fence = 7;
        }

        await InActAsync(async items =>
        {
            Assert.Equal(0, items[0].Fence);
            return await Db.SaveChangesAsync();
        });

        Assert.False(await Given.ReadAsync(db => db.WorkItems.AnyAsync(i => i.Fence == 7)));
    }

    [Fact]
    public async Task Given_a_row_that_is_tracked_or_was_read_before_when_it_is_read_again_then_it_is_the_same_object()
    {
        await using var act = await Db.Database.BeginTransactionAsync();
        var tracked = await Db.WorkItems.Where(i => i.CaseId == Case).OrderBy(i => i.Path).ThenBy(i => i.Id).FirstAsync();
        tracked.Fence = 3;

        var first = await _rows.ReadAsync(Db, Case, default);
        var second = await _rows.ReadAsync(Db, Case, default);

        Assert.Same(tracked, first.Of(_items)[0]);
        Assert.All(second.Of(_items), item => Assert.Contains(first.Of(_items), other => ReferenceEquals(item, other)));
        Assert.All(second.Of(_timers), timer => Assert.Contains(first.Of(_timers), other => ReferenceEquals(timer, other)));
    }

    [Fact]
    public async Task Given_no_transaction_when_rows_are_read_then_they_are_tracked_at_once()
    {
        var items = (await _rows.ReadAsync(Db, Case, default)).Of(_items);

        Assert.Equal(EntityState.Unchanged, Db.Entry(items[0]).State);
    }

    [Fact]
    public async Task Given_a_completed_operation_when_an_act_begins_then_it_is_found_and_the_guard_is_raised_once()
    {
        var (version, operation) = await Given.ReadAsync(async db =>
            (await db.Cases.Where(c => c.Id == Case).Select(c => c.Version).SingleAsync(), await db.Operations.AsNoTracking().OrderBy(o => o.Id).FirstAsync()));
        await using var act = await Db.Database.BeginTransactionAsync();

        var (raised, done) = await FirstStatements.RunAsync(Db, CaseGuard.UnlessSuspended, Case, operation.Id, null, RowsAhead.None, default);
        var other = await FirstStatements.RunAsync(Db, CaseGuard.None, default, Guid.CreateVersion7(Given.Clock.GetUtcNow()), null, RowsAhead.None, default);

        Assert.True(raised);
        AssertSame([operation], [done!], o => o.Id);
        Assert.Equal((false, null), other);
        Assert.Equal(version + 1, await Db.Cases.Where(c => c.Id == Case).Select(c => c.Version).SingleAsync());
    }

    private async Task<T> InActAsync<T>(Func<List<WorkItem>, Task<T>> act)
    {
        await using var transaction = await Db.Database.BeginTransactionAsync();
        var done = await act((await _rows.ReadAsync(Db, Case, default)).Of(_items));
        await transaction.CommitAsync();
        return done;
    }

    private void AssertSame<T>(List<T> expected, List<T> read, Func<T, object> key)
        where T : class
    {
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(key).ToHashSet(), read.Select(key).ToHashSet());
        IReadOnlyList<IProperty> properties = [.. Db.Model.FindEntityType(typeof(T))!.GetProperties()];
        foreach (var (one, other) in expected.Join(read, key, key, (e, r) => (e, r)))
        {
            Assert.All(properties, p => Assert.Equal(p.GetGetter().GetClrValue(one), p.GetGetter().GetClrValue(other)));
        }
    }
}

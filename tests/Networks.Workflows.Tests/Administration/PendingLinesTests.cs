using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Faults;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Administration;

/// <summary>Lines noted beside requests: none is lost by what passes, none is written twice, and a broken one holds up no other.</summary>
public sealed class PendingLinesTests : IAsyncLifetime
{
    private Given _given = null!;
    private PendingLines<string> _lines = null!;
    private readonly List<string> _tried = [];

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _lines = new PendingLines<string>(_given.Services.GetRequiredService<IServiceScopeFactory>(), _given.Services.GetRequiredService<WriteGate>());
    }

    public ValueTask DisposeAsync()
    {
        _lines.Dispose();
        return _given.DisposeAsync();
    }

    [Fact]
    public async Task Given_lines_when_they_are_written_then_each_is_there_once_and_nothing_waits()
    {
        Add("uno", "due");

        Assert.Equal(2, await _lines.WriteAsync(WriteAsync, default));
        Assert.Equal(0, await _lines.WriteAsync(WriteAsync, default));

        Assert.Equal(["due", "uno"], await WrittenAsync());
    }

    [Fact]
    public async Task Given_another_node_was_first_when_lines_are_written_then_they_stay_in_their_order_before_those_that_come()
    {
        Add("uno", "due");

        Assert.Equal(0, await _lines.WriteAsync((_, _) => throw new DbUpdateConcurrencyException("meanwhile", new DbUpdateException("taken", Duplicate())), default));
        Add("tre");

        Assert.Equal(["uno", "due", "tre"], _lines.Waiting);
        Assert.Equal(3, await _lines.WriteAsync(WriteAsync, default));
        Assert.Equal(["uno", "due", "tre"], _tried);
    }

    [Fact]
    public async Task Given_a_line_that_can_never_be_written_when_others_can_then_they_are_and_it_is_told_and_given_up()
    {
        Add("uno", Broken, "tre");

        var told = await Assert.ThrowsAsync<InvalidOperationException>(() => _lines.WriteAsync(WriteAsync, default));

        Assert.Equal(Broken, told.Message);
        Assert.Equal(["tre", "uno"], await WrittenAsync());
        Assert.Empty(_lines.Waiting);
    }

    [Fact]
    public async Task Given_no_line_can_be_written_then_none_is_given_up_and_it_is_told()
    {
        Add(Broken, Broken);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _lines.WriteAsync(WriteAsync, default));

        Assert.Equal([Broken, Broken], _lines.Waiting);
    }

    [Fact]
    public async Task Given_two_who_write_at_the_same_moment_then_no_line_is_written_twice()
    {
        Add([.. Enumerable.Range(0, 40).Select(i => $"riga {i:00}")]);

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _lines.WriteAsync(WriteAsync, default))));

        Assert.Equal(40, written.Sum());
        Assert.Equal(40, (await WrittenAsync()).Count);
    }

    private const string Broken = "rotta";

    private void Add(params IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            _lines.Add(line);
        }
    }

    // A counter has a name of its own, so that a second row of one line would be refused.
    private Task WriteAsync(NetworksDbContext db, string line)
    {
        _tried.Add(line);
        if (line == Broken)
        {
            throw new InvalidOperationException(Broken);
        }

        db.Add(new Counter(line));
        return Task.CompletedTask;
    }

    private Task<List<string>> WrittenAsync() => _given.ReadAsync(db => db.Set<Counter>().Where(c => !c.Name.StartsWith("case-")).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync());

    private static Microsoft.Data.Sqlite.SqliteException Duplicate() => new Microsoft.Data.Sqlite.SqliteException("UNIQUE constraint failed", 19, 2067);
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.History;
using Microsoft.Extensions.DependencyInjection;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.History;

public sealed class CaseHistoryTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = CaseId.New(_given.Clock);
        await _given.WriteAsync(db =>
        {
            db.Add(new Case(_case, "N-2026-0001", _given.Programme, _given.Lecco.AssociationId, "prova", new DateOnly(2026, 3, 10)));
            return Task.CompletedTask;
        });
        await RecordAsync("intake.case-opened", null);
        await RecordAsync("intake.call-noted", "Ha telefonato Mario Rossi: «va bene»");
        await RecordAsync("intake.call-noted", null, new() { ["outcome"] = "interested", ["next"] = "2026-03-12" });
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_history_as_it_was_written_then_its_chain_holds_when_it_is_read_back() =>
        Assert.Empty(await FaultsAsync());

    [Fact]
    public async Task Given_the_two_times_of_a_fact_then_both_are_kept()
    {
        var row = await _given.ReadAsync(db => db.CaseEvents.AsNoTracking().FirstAsync());

        Assert.Equal(new DateOnly(2026, 2, 27), row.HappenedOn);
        Assert.Equal(_given.Clock.GetUtcNow(), row.RecordedAt);
        Assert.Equal(_given.Lecco.Id, row.OfficerId);
        Assert.Equal(_given.Lecco.AssociationId, row.AssociationId);
    }

    [Fact]
    public async Task Given_a_row_that_was_altered_then_it_is_found()
    {
        await ChangeAsync(2, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(e => e.HappenedOn, new DateOnly(2026, 3, 1))));

        Assert.Equal(["2 was altered"], await FaultsAsync());
    }

    [Fact]
    public async Task Given_personal_text_that_was_altered_then_it_is_found()
    {
        await ChangeAsync(2, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(e => e.PersonalText, "Ha telefonato nessuno")));

        Assert.Equal(["2 was altered"], await FaultsAsync());
    }

    [Fact]
    public async Task Given_facts_that_were_altered_then_it_is_found()
    {
        IReadOnlyDictionary<string, string> other = new Dictionary<string, string> { ["outcome"] = "refused" };
        await ChangeAsync(3, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(e => e.Facts, other)));

        Assert.Equal(["3 was altered"], await FaultsAsync());
    }

    [Fact]
    public async Task Given_a_row_in_the_middle_that_was_removed_then_it_is_found()
    {
        await ChangeAsync(2, rows => rows.ExecuteDeleteAsync());

        Assert.Equal(["3 does not follow"], await FaultsAsync());
    }

    [Fact]
    public async Task Given_the_newest_row_that_was_removed_then_it_is_found()
    {
        await ChangeAsync(3, rows => rows.ExecuteDeleteAsync());

        Assert.Equal(["the end is missing"], await FaultsAsync());
    }

    [Fact]
    public async Task Given_personal_text_that_is_erased_then_the_chain_still_holds_and_nothing_of_the_text_is_left()
    {
        await ChangeAsync(2, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(e => e.PersonalText, (string?)null).SetProperty(e => e.PersonalSalt, (string?)null)));

        Assert.Empty(await FaultsAsync());
        Assert.DoesNotContain(await _given.ReadAsync(db => db.CaseEvents.AsNoTracking().ToListAsync()), e => e.PersonalText is not null);
    }

    [Fact]
    public async Task Given_the_same_text_twice_then_its_digests_differ_so_that_it_cannot_be_guessed_after_erasure()
    {
        await RecordAsync("intake.call-noted", "Ha telefonato Mario Rossi: «va bene»");

        var digests = await _given.ReadAsync(db => db.CaseEvents.Where(e => e.PersonalDigest != null).Select(e => e.PersonalDigest).ToListAsync());
        Assert.Equal(2, digests.Distinct().Count());
    }

    private async Task<List<string>> FaultsAsync()
    {
        var (rows, end) = await _given.ReadAsync(async db => (
            await db.CaseEvents.AsNoTracking().Where(e => e.CaseId == _case).OrderBy(e => e.Number).ToListAsync(),
            await db.Cases.AsNoTracking().SingleAsync(c => c.Id == _case)));
        var faults = new List<string>();
        string? previous = null;
        foreach (var row in rows)
        {
            if (!row.IsIntact())
            {
                faults.Add($"{row.Number} was altered");
            }

            if (row.PreviousHash != previous)
            {
                faults.Add($"{row.Number} does not follow");
            }

            previous = row.Hash;
        }

        return previous == end.HeadHash && rows.Count <= end.HistoryLength ? faults : [.. faults, "the end is missing"];
    }

    private Task<int> ChangeAsync(int number, Func<IQueryable<CaseEvent>, Task<int>> change) =>
        _given.ReadAsync(db => change(db.CaseEvents.Where(e => e.CaseId == _case && e.Number == number)));

    private async Task RecordAsync(string name, string? personalText, Dictionary<string, string>? facts = null)
    {
        await using var scope = _given.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Who = Actor.Of(_given.Lecco);
        var db = scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
        scope.ServiceProvider.GetRequiredService<CaseHistory>().Record(await db.Cases.SingleAsync(c => c.Id == _case), name, new DateOnly(2026, 2, 27), facts, personalText);
        await db.SaveChangesAsync();
    }
}

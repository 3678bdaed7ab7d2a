using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Casework.HandOverMany;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

/// <summary>Acts on several rows: previewed without effect, done row by row, never twice.</summary>
public sealed class HandOverManyTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _one;
    private CaseId _other;
    private Officer _colleague = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _one = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
        _other = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 2));
        _colleague = await _given.WatcherAsync(OfficerRoles.Desk);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_chosen_networks_when_the_handing_over_is_only_looked_at_then_every_row_is_told_and_nothing_has_happened()
    {
        var before = await _given.HistoryAsync(_one);

        var report = await _given.DoneAsync(_given.Lecco, Bulk(confirmed: false, _one, _other));

        Assert.All(report.Rows, r => Assert.True(r.Ok, r.Said));
        Assert.All(report.Rows, r => Assert.Contains(_colleague.FullName, r.Said, StringComparison.Ordinal));
        Assert.Equal(before, await _given.HistoryAsync(_one));
        Assert.Empty(await HandsAsync());
        Assert.Empty(await _given.ReadAsync(db => db.Operations.Where(o => o.Request == nameof(HandOverNetwork)).ToListAsync()));
    }

    [Fact]
    public async Task Given_chosen_networks_when_it_is_confirmed_twice_with_one_number_then_they_have_changed_hands_once()
    {
        var bulk = Bulk(confirmed: true, _one, _other);
        var first = await _given.DoneAsync(_given.Lecco, bulk);
        var again = await _given.DoneAsync(_given.Lecco, bulk);

        Assert.Equal(first.Rows.Select(r => r.Said), again.Rows.Select(r => r.Said));
        Assert.NotEmpty(await HandsAsync());
        Assert.All(await HandsAsync(), hand => Assert.Equal(_colleague.Id, hand));
        Assert.Single(await _given.HistoryAsync(_one), "casework.task-handed-over");
    }

    [Fact]
    public async Task Given_rows_that_cannot_be_done_among_others_then_they_say_why_and_hold_up_none()
    {
        var task = await TaskAsync(_one);
        var gone = Guid.CreateVersion7(_given.Clock.GetUtcNow());
        var unknown = new CaseId(Guid.CreateVersion7(_given.Clock.GetUtcNow()));

        var report = await _given.DoneAsync(_given.Lecco, new HandOverMany(Number(), [task, gone], [unknown, _other], _colleague.Id, Confirmed: true));

        Assert.Equal([null, "casework.task-gone", "common.not-found", null], report.Rows.Select(r => r.Code));
        Assert.All(report.Rows, r => Assert.NotEmpty(r.Said));
        Assert.Equal(["casework.task-handed-over", "casework.task-handed-over"],
            (await _given.HistoryAsync(_one)).Concat(await _given.HistoryAsync(_other)).Where(e => e == "casework.task-handed-over"));
    }

    [Fact]
    public async Task Given_a_network_of_another_desk_then_it_is_not_named_and_nothing_of_it_is_moved()
    {
        var task = await TaskAsync(_one);

        var report = await _given.DoneAsync(_given.Monza, new HandOverMany(Number(), [task], [_one], null, Confirmed: true));

        Assert.All(report.Rows, r => Assert.Equal(("common.not-found", "Riga non trovata"), (r.Code, r.Name)));
    }

    [Fact]
    public async Task Given_a_network_that_the_colleague_has_in_hand_already_then_the_row_says_so()
    {
        await _given.DoneAsync(_given.Lecco, Bulk(confirmed: true, _one));

        var report = await _given.DoneAsync(_given.Lecco, Bulk(confirmed: false, _one));

        Assert.Equal("casework.in-hand-already", Assert.Single(report.Rows).Code);
    }

    [Theory]
    [InlineData(0, "common.none-chosen")]
    [InlineData(BulkLimits.Most + 1, "common.too-many-chosen")]
    public async Task Given_no_row_or_too_many_then_it_is_refused(int rows, string code)
    {
        var many = Enumerable.Range(0, rows).Select(_ => new CaseId(Guid.CreateVersion7(_given.Clock.GetUtcNow()))).ToArray();

        Assert.Equal(code, (await _given.SendAsAsync(Actor.Of(_given.Lecco), Bulk(confirmed: true, many))).Refusal?.Code);
    }

    private HandOverMany Bulk(bool confirmed, params CaseId[] networks) => new(Number(), [], networks, _colleague.Id, confirmed);

    private Guid Number() => Guid.CreateVersion7(_given.Clock.GetUtcNow());

    private Task<Guid> TaskAsync(CaseId id) => _given.ReadAsync(async db => (await db.WorkItems.FirstAsync(i => i.CaseId == id && i.Status == WorkItemStatus.Open && i.DeskId == _given.Lecco.AssociationId)).Id.Value);

    private Task<List<OfficerId?>> HandsAsync() => _given.ReadAsync(db => db.WorkItems.Where(i => i.InHandOf != null).Select(i => i.InHandOf).ToListAsync());
}

using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Casework.HandOverMany;
using Networks.Workflows.Casework.UndoHandOver;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class UndoHandOverTests : IAsyncLifetime
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
    public async Task Given_a_task_and_a_network_that_were_handed_over_when_it_is_taken_back_then_both_are_with_whom_they_were_and_the_history_tells_it()
    {
        var task = await TaskAsync(_one);
        var whole = Number();
        await _given.DoneAsync(_given.Lecco, new HandOverMany(whole, [task], [_other], _colleague.Id, Confirmed: true));

        var look = await _given.DoneAsync(_given.Lecco, new UndoHandOver(Number(), whole, [task], [_other], Confirmed: false));
        Assert.All(look.Rows, r => Assert.True(r.Ok, r.Said));
        Assert.NotEmpty(await HandsAsync());

        var report = await _given.DoneAsync(_given.Lecco, new UndoHandOver(Number(), whole, [task], [_other], Confirmed: true));

        Assert.All(report.Rows, r => Assert.True(r.Ok, r.Said));
        Assert.Empty(await HandsAsync());
        Assert.Equal("casework.hand-over-taken-back", (await _given.HistoryAsync(_one))[^1]);
        Assert.Equal("casework.hand-over-taken-back", (await _given.HistoryAsync(_other))[^1]);

        var again = await _given.DoneAsync(_given.Lecco, new UndoHandOver(Number(), whole, [task], [_other], Confirmed: true));
        Assert.All(again.Rows, r => Assert.Equal("casework.nothing-to-undo", r.Code));
    }

    [Fact]
    public async Task Given_a_task_that_was_handed_on_meanwhile_when_the_first_hand_over_is_taken_back_then_it_stays_where_it_is()
    {
        var task = await TaskAsync(_one);
        var first = Number();
        await _given.DoneAsync(_given.Lecco, new HandOverMany(first, [task], [], _colleague.Id, Confirmed: true));
        await _given.DoneAsync(_given.Lecco, new HandOverMany(Number(), [task], [], _given.Lecco.Id, Confirmed: true));

        var report = await _given.DoneAsync(_given.Lecco, new UndoHandOver(Number(), first, [task], [], Confirmed: true));

        Assert.Equal("casework.nothing-to-undo", Assert.Single(report.Rows).Code);
        Assert.Equal(_given.Lecco.Id, Assert.Single(await HandsAsync()));
    }

    [Fact]
    public async Task Given_another_person_or_the_grace_time_over_when_it_is_taken_back_then_nothing_happens()
    {
        var task = await TaskAsync(_one);
        var whole = Number();
        await _given.DoneAsync(_given.Lecco, new HandOverMany(whole, [task], [], _colleague.Id, Confirmed: true));

        var other = await _given.DoneAsync(_colleague, new UndoHandOver(Number(), whole, [task], [], Confirmed: true));
        _given.Clock.Advance(UndoGrace.Usual.Time + TimeSpan.FromSeconds(1));
        var late = await _given.DoneAsync(_given.Lecco, new UndoHandOver(Number(), whole, [task], [], Confirmed: true));

        Assert.Equal("casework.nothing-to-undo", Assert.Single(other.Rows).Code);
        Assert.Equal("casework.nothing-to-undo", Assert.Single(late.Rows).Code);
        Assert.Equal(_colleague.Id, Assert.Single(await HandsAsync()));
    }

    private Guid Number() => Ids.New(_given.Clock);

    private Task<Guid> TaskAsync(CaseId id) => _given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == id && i.Status == WorkItemStatus.Open && i.DeskId == _given.Lecco.AssociationId).Select(i => i.Id.Value).FirstAsync());

    private Task<List<OfficerId?>> HandsAsync() => _given.ReadAsync(db => db.WorkItems.Where(i => i.InHandOf != null).Select(i => i.InHandOf).ToListAsync());
}

using Microsoft.EntityFrameworkCore;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Workflows.Casework.HandOverTask;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class HandOverTaskTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseWithFirms _case = null!;
    private Officer _colleague = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.RunningCaseAsync();
        _colleague = await _given.WatcherAsync(OfficerRoles.Desk);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_task_that_is_handed_to_a_colleague_then_its_pages_say_in_whose_hands_it_is_and_the_history_too()
    {
        await HandAsync(await ItemAsync(), _colleague.Id);

        Assert.Equal(_colleague.FullName, Assert.Single((await _given.DoneAsync(_given.Lecco, new ShowCase(_case.Id))).Missing).Row.InHand);
        Assert.Equal(_colleague.FullName, Assert.Single((await _given.DoneAsync(_given.Lecco, new ListMyTasks())).Rows).InHand);
        Assert.Contains("casework.task-handed-over", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_task_in_the_hands_of_a_colleague_when_another_ends_it_then_it_says_in_whose_place()
    {
        await HandAsync(await ItemAsync(), _colleague.Id);

        await EndAsync(_given.Lecco);

        Assert.Equal((_given.Lecco.Id, _colleague.Id.Value), await EndedAsync());
    }

    [Fact]
    public async Task Given_a_task_when_the_one_who_has_it_in_hand_ends_it_then_it_is_in_nobodys_place()
    {
        await HandAsync(await ItemAsync(), _colleague.Id);

        await EndAsync(_colleague);

        Assert.Equal((_colleague.Id, null), await EndedAsync());
    }

    [Fact]
    public async Task Given_a_task_that_is_given_back_then_it_is_in_nobodys_hands()
    {
        var item = await ItemAsync();
        await HandAsync(item, _colleague.Id);
        await HandAsync(item, null);

        Assert.Null((await _given.DoneAsync(_given.Lecco, new PreviewHandOver(_case.Id, item))).InHand);
        Assert.Contains("casework.task-given-back", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_task_of_another_desk_when_it_gives_it_to_the_leading_desk_then_that_has_it()
    {
        var item = await ItemAsync();
        await _given.WriteAsync(async db =>
        {
            var task = await db.WorkItems.SingleAsync();
            (task.DeskId, task.WaitsFor) = (_given.Como.AssociationId, WaitsFor.OtherDesk);
        });
        Assert.Equal("Desk di Lecco", (await _given.DoneAsync(_given.Como, new PreviewHandOver(_case.Id, item))).LeadingDesk);

        await _given.DoneAsync(_given.Como, new HandOverTask(Guid.Empty, _case.Id, item, null, Leading: true));

        var after = await _given.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync());
        Assert.Equal((_given.Lecco.AssociationId, WaitsFor.OwnDesk), (after.DeskId, after.WaitsFor));
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsAsync(Actor.Of(_given.Como), new PreviewHandOver(_case.Id, item))).Refusal?.Kind);
    }

    [Fact]
    public async Task Given_somebody_of_another_desk_then_nobody_hands_a_task_to_it_and_it_hands_over_none()
    {
        var item = await ItemAsync();

        Assert.Equal("casework.no-colleague", (await _given.SendAsAsync(Actor.Of(_given.Lecco), new HandOverTask(Guid.Empty, _case.Id, item, _given.Como.Id, false))).Refusal?.Code);
        Assert.Equal(RefusalKind.NotAllowed, (await _given.SendAsAsync(Actor.Of(_given.Como), new HandOverTask(Guid.Empty, _case.Id, item, _given.Como.Id, false))).Refusal?.Kind);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsAsync(Actor.Of(_given.Monza), new HandOverTask(Guid.Empty, _case.Id, item, null, false))).Refusal?.Kind);
    }

    [Fact]
    public async Task Given_a_task_that_was_done_meanwhile_then_it_says_so()
    {
        var item = await ItemAsync();
        await EndAsync(_given.Lecco);

        Assert.Equal("casework.task-gone", (await _given.SendAsAsync(Actor.Of(_given.Lecco), new HandOverTask(Guid.Empty, _case.Id, item, null, false))).Refusal?.Code);
    }

    private Task<Guid> ItemAsync() => _given.ReadAsync(async db => (await db.WorkItems.SingleAsync(i => i.Status == WorkItemStatus.Open)).Id.Value);

    private Task<Done> HandAsync(Guid item, Data.OfficerId? to) => _given.DoneAsync(_given.Lecco, new HandOverTask(Guid.Empty, _case.Id, item, to, Leading: false));

    private async Task EndAsync(Officer officer) =>
        await _given.InEngineAsync(_case.Id, (engine, @case) => engine.CompleteAsync(@case, "complete-intake", null, "done", default), Actor.Of(officer));

    private Task<(Data.OfficerId?, Guid?)> EndedAsync() => _given.ReadAsync(async db =>
    {
        var done = await db.WorkItems.AsNoTracking().SingleAsync(i => i.Status == WorkItemStatus.Done);
        return (done.ByOfficer, done.OnBehalfOf);
    });
}

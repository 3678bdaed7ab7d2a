using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.History;
using Networks.Data.Outbox;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>
/// Rows that an act has seen are written by themselves where nobody looks on, and Entity Framework is told where somebody
/// does. Not on SQL Server, where Entity Framework writes all of them.
/// </summary>
public sealed class RowsWrittenAloneTests : InRound
{
    [Fact]
    public async Task Given_rows_that_nobody_looks_at_when_an_act_changes_them_then_they_are_written_and_Entity_Framework_knows_nothing_of_them()
    {
        var at = Given.Clock.GetUtcNow();
        await InActAsync(async rows =>
        {
            rows.Of(RoundRows.Items)[0].Fence = 9;
            rows.Of(RoundRows.Rounds)[0].Answers[1].Record(FirmDecision.Objected, "Rossi", "7", "non va", null, at);
            await Db.SaveChangesAsync();
            Assert.Empty(Db.ChangeTracker.Entries());

            rows.Of(RoundRows.Items)[0].DueOn = new DateOnly(2026, 12, 24);
            rows.Of(RoundRows.Rounds)[0].Close(at);
            return await Db.SaveChangesAsync();
        });

        var item = await Given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == Case).OrderBy(i => i.Path).ThenBy(i => i.Id).FirstAsync());
        Assert.Equal((9, new DateOnly(2026, 12, 24)), (item.Fence, item.DueOn));
        var round = await Given.ReadAsync(db => db.ApprovalRounds.SingleAsync(r => r.CaseId == Case));
        Assert.Equal(RoundStatus.Closed, round.Status);
        var answer = Assert.Single(round.Answers, a => a.Decision != FirmDecision.None);
        Assert.Equal((FirmDecision.Objected, "Rossi", "7", "non va", at), (answer.Decision, answer.TypedName, answer.Clause, answer.Remark, answer.AnsweredAt));
    }

    [Fact]
    public async Task Given_consequences_look_at_a_row_or_the_act_is_watched_when_rows_change_then_Entity_Framework_is_told()
    {
        await InActAsync(async rows =>
        {
            rows.Of(RoundRows.Cases)[0].Need = "altro";
            rows.Of(RoundRows.Items)[0].Fence = 9;
            await Db.SaveChangesAsync();
            Assert.Same(rows.Of(RoundRows.Cases)[0], Assert.Single(Db.ChangeTracker.Entries()).Entity);
            return 0;
        });
        await InActAsync(async rows =>
        {
            Db.IsWatched = true;
            rows.Of(RoundRows.Items)[1].Fence = 8;
            rows.Of(RoundRows.Rounds)[0].Answers[0].HasLeft = true;
            Db.TrackSeen(all: false);
            Assert.Contains(Db.ChangeTracker.Entries(), e => e.Entity is FirmAnswer && e.State == EntityState.Modified && e.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).SequenceEqual([nameof(FirmAnswer.HasLeft)]));
            return await Db.SaveChangesAsync();
        });

        Assert.Equal("altro", await Given.ReadAsync(db => db.Cases.Where(c => c.Id == Case).Select(c => c.Need).SingleAsync()));
        Assert.Equal([9, 8], await Given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == Case).OrderBy(i => i.Path).ThenBy(i => i.Id).Take(2).Select(i => i.Fence).ToListAsync()));
        Assert.Single((await Given.ReadAsync(db => db.ApprovalRounds.SingleAsync(r => r.CaseId == Case))).Answers, a => a.HasLeft);
    }

    [Fact]
    public async Task Given_new_rows_that_nobody_looks_at_when_an_act_adds_them_then_they_are_written_after_what_they_point_to_and_Entity_Framework_knows_nothing_of_them()
    {
        var added = await InActAsync(async rows =>
        {
            var mail = Mail();
            Db.AddAlone(mail);
            rows.Of(RoundRows.Cases)[0].HistoryLength = 7;
            await Db.SaveChangesAsync();
            Assert.Empty(Db.ChangeTracker.Entries());

            var @case = new Case(CaseId.New(Given.Clock), "N-2026-0099", Given.Programme, Given.Lecco.AssociationId, "altro", new DateOnly(2026, 3, 10));
            Db.AddAlone(CaseEvent.Next(Content(), @case.Id, 1, null));
            Db.Add(@case);
            await Db.SaveChangesAsync();
            return (Mail: mail.Id, Case: @case.Id);
        });

        Assert.Equal("it", await Given.ReadAsync(db => db.Outbox.Where(m => m.Id == added.Mail).Select(m => m.Language).SingleAsync()));
        Assert.Equal(7, await Given.ReadAsync(db => db.Cases.Where(c => c.Id == Case).Select(c => c.HistoryLength).SingleAsync()));
        Assert.Equal("test.noted", await Given.ReadAsync(db => db.CaseEvents.Where(e => e.CaseId == added.Case).Select(e => e.Name).SingleAsync()));
    }

    [Fact]
    public async Task Given_the_act_is_watched_or_there_is_none_when_a_row_is_added_alone_then_Entity_Framework_is_told()
    {
        var watched = await InActAsync(async _ =>
        {
            Db.IsWatched = true;
            var mail = Mail();
            Db.AddAlone(mail);
            Assert.Same(mail, Assert.Single(Db.ChangeTracker.Entries()).Entity);
            await Db.SaveChangesAsync();
            return mail.Id;
        });
        Db.Forget();
        var outside = Mail();
        Db.AddAlone(outside);
        Assert.Same(outside, Assert.Single(Db.ChangeTracker.Entries()).Entity);
        await Db.SaveChangesAsync();

        Assert.Equal(2, await Given.ReadAsync(db => db.Outbox.CountAsync(m => m.Id == watched || m.Id == outside.Id)));
    }

    [Fact]
    public async Task Given_rows_added_alone_when_the_step_that_added_them_fails_or_the_act_goes_back_then_nothing_of_them_is_written()
    {
        var taken = Mail();
        await InActAsync(async _ =>
        {
            Db.AddAlone(taken);
            Unwritten.Revert(Db);
            return await Db.SaveChangesAsync();
        });
        var left = Mail();
        Db.Forget();
        await using (await Db.Database.BeginTransactionAsync())
        {
            Db.Database.AutoSavepointsEnabled = false;
            Db.AddAlone(left);
        }

        await InActAsync(_ => Db.SaveChangesAsync());
        Assert.False(await Given.ReadAsync(db => db.Outbox.AnyAsync(m => m.Id == taken.Id || m.Id == left.Id)));
    }

    [Fact]
    public async Task Given_a_row_to_which_others_point_when_it_is_added_alone_then_Entity_Framework_writes_it_in_its_place()
    {
        await InActAsync(async _ =>
        {
            var (scope, _) = await ScopesAsync();
            Db.AddAlone(scope);
            Assert.Same(scope, Assert.Single(Db.ChangeTracker.Entries()).Entity);
            return await Db.SaveChangesAsync();
        });

        Assert.True(await Given.ReadAsync(db => db.Scopes.AnyAsync(s => s.Path == "beside")));
    }

    [Fact]
    public async Task Given_new_rows_that_point_to_one_another_when_Entity_Framework_has_nothing_to_write_then_they_are_written_without_it_and_stay_the_rows_of_the_act()
    {
        var added = await InActAsync(async _ =>
        {
            var (outer, inner) = await ScopesAsync();
            // What points to it is added before, and belongs to a table that comes after.
            var task = new WorkItem(WorkItemId.New(Given.Clock), Case, inner.Id, "beside/inner/task", Guid.Empty, Given.Clock.GetUtcNow()) { DeskId = Given.Lecco.AssociationId };
            Db.AddSeen(task);
            Db.AddSeen(outer);
            Db.AddSeen(inner);
            await Db.SaveChangesAsync();
            Assert.Empty(Db.ChangeTracker.Entries());

            Assert.Same(task, (await RoundRows.All.ReadAsync(Db, Case, default)).Of(RoundRows.Items).Single(i => i.Id == task.Id));
            task.Fence = 9;
            inner.Status = ScopeStatus.Done;
            await Db.SaveChangesAsync();
            Assert.Empty(Db.ChangeTracker.Entries());
            return (Task: task.Id, Inner: inner.Id, Outer: outer.Id);
        });

        Assert.Equal(9, await Given.ReadAsync(db => db.WorkItems.Where(i => i.Id == added.Task).Select(i => i.Fence).SingleAsync()));
        Assert.Equal((added.Outer, ScopeStatus.Done), await Given.ReadAsync(db => db.Scopes.Where(s => s.Id == added.Inner).Select(s => new ValueTuple<Guid, ScopeStatus>(s.ParentId!.Value, s.Status)).SingleAsync()));
    }

    [Fact]
    public async Task Given_a_row_of_the_act_to_which_one_of_Entity_Framework_points_then_Entity_Framework_writes_both_in_their_places()
    {
        await InActAsync(async _ =>
        {
            var (outer, inner) = await ScopesAsync();
            Db.AddSeen(outer);
            Db.Add(inner);
            await Db.SaveChangesAsync();
            Assert.Equal(2, Db.ChangeTracker.Entries<Scope>().Count());
            return true;
        });

        Assert.True(await Given.ReadAsync(db => db.Scopes.AnyAsync(s => s.Path == "beside/inner" && db.Scopes.Any(o => o.Id == s.ParentId && o.Path == "beside"))));
    }

    private async Task<(Scope Outer, Scope Inner)> ScopesAsync()
    {
        var process = await Db.Processes.AsNoTracking().Where(p => p.CaseId == Case).Select(p => p.Id).FirstAsync();
        var outer = new Scope(Ids.New(Given.Clock), process, null, "beside", Guid.Empty, 1);
        return (outer, new Scope(Ids.New(Given.Clock), process, outer.Id, "beside/inner", Guid.Empty, 1));
    }

    private OutboxMessage Mail() => new(Ids.New(Given.Clock), "test.mail", "a@mail.example", "oggetto", "testo", Given.Clock.GetUtcNow()) { CaseId = Case };

    private CaseEventContent Content() => new()
    {
        Name = "test.noted",
        HappenedOn = new DateOnly(2026, 3, 10),
        RecordedAt = Given.Clock.GetUtcNow(),
        Actor = ActorKind.Service,
        OperationId = Guid.Empty,
        Facts = new Dictionary<string, string>(),
    };
}

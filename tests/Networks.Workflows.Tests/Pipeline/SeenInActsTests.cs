using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Data.Operations;
using Networks.Data.Reading;
using Networks.Data.Work;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>How an act writes the rows that it has seen: by themselves where nobody looks on, with what they own, and never twice.</summary>
public sealed class SeenInActsTests : IAsyncLifetime
{
    private static readonly ActRows<CaseId> _rows = new();
    private static readonly ActRows<CaseId>.Part<ApprovalRound> _rounds = _rows.Of((db, id) => db.ApprovalRounds.Where(r => r.CaseId == id).OrderByDescending(r => r.Number).Take(1));
    private static readonly ActRows<CaseId>.Part<WorkItem> _items = _rows.Of((db, id) => db.WorkItems.Where(i => i.CaseId == id).OrderBy(i => i.Path).ThenBy(i => i.Id));
    private static readonly ActRows<CaseId>.Part<Data.Cases.Case> _cases = _rows.Of((db, id) => db.Cases.Where(c => c.Id == id), isWatched: true);
    private static readonly ActRows<CaseId>.Words _names = _rows.WordsOf((db, id) => db.EnterpriseNetworks.Where(n => n.CaseId == id).Select(n => n.Name));

    private Given _given = null!;
    private AsyncServiceScope _scope;
    private NetworksDbContext _db = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.CaseInRoundAsync();
        _scope = _given.Services.CreateAsyncScope();
        _db = _scope.ServiceProvider.GetRequiredService<NetworksDbContext>();
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _given.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_round_when_it_is_read_for_an_act_then_its_answers_come_with_it_as_Entity_Framework_reads_them()
    {
        var expected = await _given.ReadAsync(db => db.ApprovalRounds.AsNoTracking().SingleAsync(r => r.CaseId == _case));

        var (round, name) = await InActAsync(rows => Task.FromResult((rows.Of(_rounds)[0], rows.Of(_names)[0])));

        Assert.Equal((expected.Id, expected.LastDay, expected.Kind, expected.Status, expected.OpenedAt), (round.Id, round.LastDay, round.Kind, round.Status, round.OpenedAt));
        Assert.Equal(2, round.Answers.Count);
        Assert.Equivalent(expected.Answers.OrderBy(a => a.ParticipantId.Value), round.Answers.OrderBy(a => a.ParticipantId.Value), strict: true);
        Assert.Equal(await _given.ReadAsync(db => db.EnterpriseNetworks.Where(n => n.CaseId == _case).Select(n => n.Name).SingleAsync()), name);
    }

    [Fact]
    public async Task Given_rows_that_nobody_looks_at_when_an_act_changes_them_then_they_are_written_and_Entity_Framework_knows_nothing_of_them()
    {
        var at = _given.Clock.GetUtcNow();
        await InActAsync(async rows =>
        {
            rows.Of(_items)[0].Fence = 9;
            rows.Of(_rounds)[0].Answers[1].Record(FirmDecision.Objected, "Rossi", "7", "non va", null, at);
            await _db.SaveChangesAsync();
            Assert.Empty(_db.ChangeTracker.Entries());

            rows.Of(_items)[0].DueOn = new DateOnly(2026, 12, 24);
            rows.Of(_rounds)[0].Close(at);
            return await _db.SaveChangesAsync();
        });

        var item = await _given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == _case).OrderBy(i => i.Path).ThenBy(i => i.Id).FirstAsync());
        Assert.Equal((9, new DateOnly(2026, 12, 24)), (item.Fence, item.DueOn));
        var round = await _given.ReadAsync(db => db.ApprovalRounds.SingleAsync(r => r.CaseId == _case));
        Assert.Equal(RoundStatus.Closed, round.Status);
        var answer = Assert.Single(round.Answers, a => a.Decision != FirmDecision.None);
        Assert.Equal((FirmDecision.Objected, "Rossi", "7", "non va", at), (answer.Decision, answer.TypedName, answer.Clause, answer.Remark, answer.AnsweredAt));
    }

    [Fact]
    public async Task Given_consequences_look_at_a_row_or_the_act_is_watched_when_rows_change_then_Entity_Framework_is_told()
    {
        await InActAsync(async rows =>
        {
            rows.Of(_cases)[0].Need = "altro";
            rows.Of(_items)[0].Fence = 9;
            await _db.SaveChangesAsync();
            Assert.Same(rows.Of(_cases)[0], Assert.Single(_db.ChangeTracker.Entries()).Entity);
            return 0;
        });
        await InActAsync(async rows =>
        {
            _db.IsWatched = true;
            rows.Of(_items)[1].Fence = 8;
            rows.Of(_rounds)[0].Answers[0].HasLeft = true;
            _db.TrackSeen(all: false);
            Assert.Contains(_db.ChangeTracker.Entries(), e => e.Entity is FirmAnswer && e.State == EntityState.Modified && e.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name).SequenceEqual([nameof(FirmAnswer.HasLeft)]));
            return await _db.SaveChangesAsync();
        });

        Assert.Equal("altro", await _given.ReadAsync(db => db.Cases.Where(c => c.Id == _case).Select(c => c.Need).SingleAsync()));
        Assert.Equal([9, 8], await _given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == _case).OrderBy(i => i.Path).ThenBy(i => i.Id).Take(2).Select(i => i.Fence).ToListAsync()));
        Assert.Single((await _given.ReadAsync(db => db.ApprovalRounds.SingleAsync(r => r.CaseId == _case))).Answers, a => a.HasLeft);
    }

    [Fact]
    public async Task Given_a_round_that_an_act_has_seen_when_one_more_firm_is_asked_then_its_answer_is_written_with_the_others()
    {
        var firm = ParticipantId.New(_given.Clock);
        await InActAsync(async rows =>
        {
            rows.Of(_rounds)[0].Ask(firm);
            rows.Of(_rounds)[0].Answers[0].HasLeft = true;
            return await _db.SaveChangesAsync();
        });

        var answers = (await _given.ReadAsync(db => db.ApprovalRounds.SingleAsync(r => r.CaseId == _case))).Answers;
        Assert.Equal(3, answers.Count);
        Assert.Contains(answers, a => a.ParticipantId == firm && a.Decision == FirmDecision.None);
        Assert.Single(answers, a => a.HasLeft);
    }

    [Fact]
    public async Task Given_a_row_was_seen_and_then_tracked_as_another_object_when_both_change_then_the_save_is_refused_and_nothing_is_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => InActAsync(async rows =>
        {
            var seen = rows.Of(_items)[0];
            var tracked = await _db.WorkItems.SingleAsync(i => i.Id == seen.Id);
            Assert.NotSame(seen, tracked);
            (seen.Fence, tracked.Fence) = (3, 4);
            return await _db.SaveChangesAsync();
        }));

        Assert.False(await _given.ReadAsync(db => db.WorkItems.AnyAsync(i => i.Fence == 3 || i.Fence == 4)));
    }

    [Fact]
    public async Task Given_a_row_that_is_gone_when_an_act_changes_it_then_the_act_is_refused_as_one_that_came_too_late()
    {
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => InActAsync(async rows =>
        {
            var gone = rows.Of(_items)[0];
            await _db.WorkItems.Where(i => i.Id == gone.Id).ExecuteDeleteAsync();
            gone.Fence = 3;
            return await _db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Given_rows_read_ahead_when_they_are_asked_for_then_they_are_these_once_and_after_a_save_they_are_read_anew()
    {
        await using var act = await _db.Database.BeginTransactionAsync();
        _db.Database.AutoSavepointsEnabled = false;
        await FirstStatements.RunAsync(_db, CaseGuard.Always, _case, Guid.CreateVersion7(_given.Clock.GetUtcNow()), [_rows], default);
        await _db.WorkItems.Where(i => i.CaseId == _case).ExecuteUpdateAsync(set => set.SetProperty(i => i.Fence, 5));

        var ahead = await _rows.ReadAsync(_db, _case, default);
        Assert.All(ahead.Of(_items), i => Assert.Equal(0, i.Fence));
        Assert.Equal(2, ahead.Of(_rounds)[0].Answers.Count);

        await FirstStatements.RunAsync(_db, CaseGuard.Always, _case, Guid.CreateVersion7(_given.Clock.GetUtcNow()), [_rows], default);
        _db.Forget();
        Assert.All((await _rows.ReadAsync(_db, _case, default)).Of(_items), i => Assert.Equal(5, i.Fence));
    }

    private async Task<T> InActAsync<T>(Func<ActRows<CaseId>.Answer, Task<T>> act)
    {
        _db.Forget();
        await using var transaction = await _db.Database.BeginTransactionAsync();
        _db.Database.AutoSavepointsEnabled = false;
        var done = await act(await _rows.ReadAsync(_db, _case, default));
        await transaction.CommitAsync();
        return done;
    }
}

using Microsoft.EntityFrameworkCore;
using Networks.Data.Drafts;
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
}

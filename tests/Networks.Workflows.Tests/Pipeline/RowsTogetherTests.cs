using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.Drafts;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reading;
using Networks.Data.Work;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Pipeline;

/// <summary>Rows of several tables that one query of an act gives side by side.</summary>
public sealed class RowsTogetherTests : InRound
{
    private static readonly ActRows<CaseId> _rows = new();
    private static readonly ActRows<CaseId>.Query _all = _rows.Together((db, id) =>
        from @case in db.Cases
        where @case.Id == id
        join participant in db.Participants on @case.Id equals participant.CaseId
        join round in db.ApprovalRounds on @case.Id equals round.CaseId
        join incident in db.Incidents on @case.Id equals incident.CaseId into incidents
        from incident in incidents.DefaultIfEmpty()
        select new { @case, participant, incident, round });

    private static readonly ActRows<CaseId>.Part<Case> _cases = _all.Of<Case>(watched: nameof(Data.Cases.Case.Need));
    private static readonly ActRows<CaseId>.Part<Participant> _participants = _all.OnlyRead<Participant>();
    private static readonly ActRows<CaseId>.Part<Incident> _incidents = _all.OnlyRead<Incident>();
    private static readonly ActRows<CaseId>.Part<ApprovalRound> _rounds = _all.Of<ApprovalRound>();

    [Fact]
    public async Task Given_rows_side_by_side_when_an_act_reads_them_then_each_comes_once_with_what_it_owns_and_none_where_there_is_none()
    {
        var read = await _rows.ReadAsync(Db, Case, default);

        Assert.Equal(Case, Assert.Single(read.Of(_cases)).Id);
        Assert.Equal(await Given.ReadAsync(db => db.Participants.Where(p => p.CaseId == Case).Select(p => p.Id).ToHashSetAsync()), read.Of(_participants).Select(p => p.Id).ToHashSet());
        Assert.Equal(2, read.Of(_participants).Count);
        Assert.Equal(2, Assert.Single(read.Of(_rounds)).Answers.Count);
        Assert.Empty(read.Of(_incidents));
    }

    [Fact]
    public async Task Given_several_owners_that_come_in_turns_then_each_has_its_own_parts_and_no_other()
    {
        var first = await Db.ApprovalRounds.SingleAsync(r => r.CaseId == Case);
        var second = new ApprovalRound(RoundId.Of(Guid.CreateVersion7()), Case, first.Number + 1, first.DraftId, RoundKind.Working, first.LastDay, first.OpenedAt);
        second.Ask(first.Answers[0].ParticipantId);
        Db.Add(second);
        await Db.SaveChangesAsync();
        Db.Forget();

        var read = await _rows.ReadAsync(Db, Case, default);

        Assert.Equal([(1, 2), (2, 1)], read.Of(_rounds).Select(r => (r.Number, r.Answers.Count)).Order());
    }

    [Fact]
    public async Task Given_a_query_that_takes_the_first_rows_then_these_are_the_first_in_its_order()
    {
        var rows = new ActRows<CaseId>();
        var last = rows.OnlyRead((db, id) => db.Participants.Where(p => p.CaseId == id).OrderByDescending(p => p.Order).Take(1));

        var read = (await rows.ReadAsync(Db, Case, default)).Of(last);

        Assert.Equal(await Given.ReadAsync(db => db.Participants.Where(p => p.CaseId == Case).MaxAsync(p => p.Order)), Assert.Single(read).Order);
    }

    [Fact]
    public async Task Given_rows_side_by_side_when_an_act_changes_several_then_each_is_written_in_its_own_table()
    {
        await using (var act = await Db.Database.BeginTransactionAsync())
        {
            Db.Database.AutoSavepointsEnabled = false;
            var read = await _rows.ReadAsync(Db, Case, default);
            read.Of(_cases)[0].Need = "un bisogno diverso";
            read.Of(_rounds)[0].Answers[1].HasLeft = true;
            await Db.SaveChangesAsync();
            await act.CommitAsync();
        }

        Assert.Equal("un bisogno diverso", await Given.ReadAsync(db => db.Cases.Where(c => c.Id == Case).Select(c => c.Need).SingleAsync()));
        Assert.Single((await Given.ReadAsync(db => db.ApprovalRounds.SingleAsync(r => r.CaseId == Case))).Answers, a => a.HasLeft);
    }

    [Fact]
    public async Task Given_a_row_that_owns_others_and_does_not_stand_last_then_the_reading_is_refused_by_the_name_of_the_row()
    {
        var rows = new ActRows<CaseId>();
        var query = rows.Together((db, id) =>
            from round in db.ApprovalRounds
            where round.CaseId == id
            join @case in db.Cases on round.CaseId equals @case.Id
            select new { round, @case });
        query.OnlyRead<ApprovalRound>();
        query.OnlyRead<Case>();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => rows.ReadAsync(Db, Case, default));

        Assert.StartsWith("The columns of Case do not stand together", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_rows_whose_key_has_several_columns_then_the_reading_is_refused_instead_of_leaving_some_out()
    {
        var rows = new ActRows<CaseId>();
        rows.OnlyRead((db, id) => db.CaseEvents.Where(e => e.CaseId == id));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => rows.ReadAsync(Db, Case, default));

        Assert.Equal("CaseEvent has no single column by which one row is known from another.", refused.Message);
    }

    [Fact]
    public async Task Given_a_word_whose_column_is_not_alone_in_the_answer_then_the_reading_is_refused()
    {
        var rows = new ActRows<CaseId>();
        rows.Together((db, id) => db.Cases.Where(c => c.Id == id)).WordOf("Name");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => rows.ReadAsync(Db, Case, default));

        Assert.Equal("Name is not one column of the answer.", refused.Message);
    }
}

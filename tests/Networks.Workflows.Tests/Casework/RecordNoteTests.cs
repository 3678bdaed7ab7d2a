using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Workflows.Casework.FinishStep;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Casework.RecordNote;
using Networks.Workflows.Casework.ShowCase;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

public sealed class RecordNoteTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseWithFirms _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.RunningCaseAsync();
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_call_without_answer_when_it_is_noted_then_the_next_step_is_proposed_for_the_next_working_day_and_comes_up_on_it()
    {
        var noted = await _given.DoneAsync(_given.Lecco, Note("no-answer", _case.Own));

        Assert.Equal(new DateOnly(2026, 3, 11), noted.NextOn);
        Assert.DoesNotContain((await TasksAsync()).Rows, r => r.Task == "next-step");
        _given.Clock.GoTo(new DateOnly(2026, 3, 11));
        var row = Assert.Single((await TasksAsync()).Rows, r => r.Task == "next-step");
        Assert.Contains("Alfa 1 Srl", row.Sentence.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_step_of_the_day_when_it_is_ticked_off_and_put_back_then_the_list_and_the_history_follow()
    {
        await _given.DoneAsync(_given.Lecco, Note("no-answer", null) with { NextOn = new DateOnly(2026, 3, 10) });
        var step = await _given.ReadAsync(db => db.NextSteps.Select(s => s.Id).SingleAsync());

        await _given.DoneAsync(_given.Lecco, new FinishStep(Guid.Empty, _case.Id, step, true));
        Assert.DoesNotContain((await TasksAsync()).Rows, r => r.Task == "next-step");

        await _given.DoneAsync(_given.Lecco, new FinishStep(Guid.Empty, _case.Id, step, false));
        Assert.Contains((await TasksAsync()).Rows, r => r.Task == "next-step");
        Assert.Equal(["casework.step-done", "casework.step-reopened"], (await _given.HistoryAsync(_case.Id)).TakeLast(2));
    }

    [Fact]
    public async Task Given_a_step_of_one_desk_when_another_desk_ticks_it_off_then_it_is_not_there()
    {
        await _given.DoneAsync(_given.Lecco, Note("call-back", null));
        var step = await _given.ReadAsync(db => db.NextSteps.Select(s => s.Id).SingleAsync());
        _given.Actor = Actor.Of(_given.Como);

        var answer = await _given.SendAsync(new FinishStep(Guid.Empty, _case.Id, step, true));

        Assert.Equal("common.not-found", answer.Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_private_remark_then_only_the_desk_that_wrote_it_reads_it()
    {
        await _given.DoneAsync(_given.Como, Note("agrees", _case.Other) with { PrivateRemark = "attenti al titolare" });

        Assert.Contains((await CaseAsync(_given.Como)).History, r => r.Sentence.Contains("attenti al titolare", StringComparison.Ordinal));
        Assert.DoesNotContain((await CaseAsync(_given.Lecco)).History, r => r.Sentence.Contains("attenti al titolare", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_note_about_a_firm_of_another_case_then_it_is_refused_and_nothing_is_kept()
    {
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(Note("agrees", ParticipantId.New(_given.Clock)));

        Assert.Equal("casework.firm-not-in-case", answer.Refusal?.Code);
        Assert.DoesNotContain("casework.noted", await _given.HistoryAsync(_case.Id));
    }

    [Theory]
    [InlineData("", null, null, "casework.note-outcome-missing")]
    [InlineData("agrees", "2026-03-11", null, "casework.day-to-come")]
    [InlineData("agrees", null, "2026-03-09", "casework.next-step-in-the-past")]
    public async Task Given_a_note_that_cannot_be_then_it_says_why(string outcome, string? happenedOn, string? nextOn, string code)
    {
        _given.Actor = Actor.Of(_given.Lecco);

        var answer = await _given.SendAsync(Note(outcome, null) with { HappenedOn = Day(happenedOn), NextOn = Day(nextOn) });

        Assert.Equal(code, answer.Refusal?.Code);
    }

    [Fact]
    public async Task Given_a_desk_that_has_no_firm_in_the_case_when_it_notes_then_the_case_does_not_exist_for_it()
    {
        _given.Actor = Actor.Of(_given.Monza);

        var answer = await _given.SendAsync(Note("agrees", null));

        Assert.Equal(RefusalKind.NotFound, answer.Refusal?.Kind);
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null);

    private RecordNote Note(string outcome, ParticipantId? firm) =>
        new(Guid.Empty, _case.Id, NoteChannel.Call, firm, null, outcome, "Detto al telefono", null, null, null, false);

    private Task<MyTasks> TasksAsync() => _given.DoneAsync(_given.Lecco, new ListMyTasks());

    private Task<CaseView> CaseAsync(Data.Officers.Officer officer) => _given.DoneAsync(officer, new ShowCase(_case.Id));
}

using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Officers;
using Networks.Workflows.Casework;
using Networks.Workflows.Casework.ListMyTasks;
using Networks.Workflows.Discovery.AnswerAsDesk;
using Networks.Workflows.Discovery.AnswerNeed;
using Networks.Workflows.Discovery.ChooseTime;
using Networks.Workflows.Discovery.CloseNeed;
using Networks.Workflows.Discovery.ListMeetings;
using Networks.Workflows.Discovery.NoteAnswerRead;
using Networks.Workflows.Discovery.ProposeMeeting;
using Networks.Workflows.Discovery.SendNeed;
using Networks.Workflows.Discovery.TellMeeting;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>What desks ask of one another stands on Oggi, on the side whose turn it is, until it is done.</summary>
public sealed class RequestRowsTests : IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        await _given.AlikeAsync(_given.Como, 11, 6, ("offers", "verniciatura industriale di lamiere"));
        _case = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_request_then_it_is_the_holding_desks_turn_and_its_no_an_answer_to_read()
    {
        var introduction = await _given.AskedAsync(_given.Lecco, _case);
        Assert.Equal(["Mine answer-introduction Desk di Lecco"], await RowsAsync(_given.Como));
        Assert.Empty(await RowsAsync(_given.Lecco));

        await _given.DoneAsync(_given.Como, new AnswerAsDesk(_case, introduction, false, "Non adesso."));
        Assert.Empty(await RowsAsync(_given.Como));
        Assert.Equal(["Answers introduction-declined Rete Prova"], await RowsAsync(_given.Lecco));

        await _given.DoneAsync(_given.Lecco, new NoteAnswerRead(_case, introduction));
        Assert.Empty(await RowsAsync(_given.Lecco));
    }

    [Fact]
    public async Task Given_both_said_yes_then_the_way_to_the_meeting_and_its_end_stands_on_oggi()
    {
        var introduction = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);
        Assert.Contains("Answers introduction-introduced Rete Prova", await RowsAsync(_given.Lecco));

        var at = _given.Clock.GetUtcNow().AddDays(3);
        await _given.DoneAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [at], "Desk di Lecco"));
        Assert.Empty(await RowsAsync(_given.Lecco));
        Assert.Contains("Mine choose-meeting Rete Prova", await RowsAsync(_given.Como));
        await _given.DoneAsync(_given.Como, new ChooseTime(_case, (await _given.DoneAsync(_given.Como, new ListMeetings()))[0].Id, at));
        Assert.DoesNotContain("Mine choose-meeting Rete Prova", await RowsAsync(_given.Como));

        _given.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Contains("Mine tell-meeting Rete Prova", await RowsAsync(_given.Lecco));
        await _given.DoneAsync(_given.Lecco, new TellMeeting(_case, introduction, MeetingResult.Joins, null));
        Assert.Empty(await RowsAsync(_given.Lecco));
    }

    [Fact]
    public async Task Given_a_need_then_every_other_desk_has_it_to_answer_and_the_asking_one_hears_when_all_have()
    {
        var need = await _given.DoneAsync(_given.Lecco, new SendNeed(_case, "Serve chi saldi.", new DateOnly(2026, 3, 31)));
        Assert.Equal(["Mine answer-need Desk di Lecco"], await RowsAsync(_given.Como));
        Assert.Empty(await RowsAsync(_given.Lecco));

        await _given.DoneAsync(_given.Como, new AnswerNeed(_case, need, null, true, "Nessuno."));
        await _given.DoneAsync(_given.Monza, new AnswerNeed(_case, need, null, true, "Nessuno."));
        Assert.Empty(await RowsAsync(_given.Como));
        Assert.Equal(["Answers need-answered Rete Prova"], await RowsAsync(_given.Lecco));

        await _given.DoneAsync(_given.Lecco, new CloseNeed(_case, need, NeedEnding.Withdrawn));
        Assert.Empty(await RowsAsync(_given.Lecco));
    }

    private async Task<List<string>> RowsAsync(Officer officer)
    {
        string[] requests = [RequestRows.AnswerIntroduction, RequestRows.Introduced, RequestRows.Declined, RequestRows.Ended, RequestRows.AnswerNeed, RequestRows.NeedAnswered, RequestRows.ChooseTime, RequestRows.TellMeeting];
        var tasks = await _given.DoneAsync(officer, new ListMyTasks());
        return [.. tasks.Rows.Where(r => requests.Contains(r.Task)).Select(r => $"{r.Group} {r.Task} {r.Network}")];
    }
}

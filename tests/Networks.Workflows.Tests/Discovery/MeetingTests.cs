using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.AnswerAsFirm;
using Networks.Workflows.Discovery.ChooseTime;
using Networks.Workflows.Discovery.ListIntroductions;
using Networks.Workflows.Discovery.ListMeetings;
using Networks.Workflows.Discovery.ProposeMeeting;
using Networks.Workflows.Discovery.TellMeeting;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Discovery;

/// <summary>From knowing each other to joining: times proposed and chosen, what speaks against them, and what came of it.</summary>
public sealed class MeetingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _tuesday = new(2026, 3, 17, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _sunday = new(2026, 3, 15, 20, 0, 0, TimeSpan.Zero);

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
    public async Task Given_times_when_the_firm_chooses_by_its_new_link_then_everybody_knows_and_the_old_link_is_gone()
    {
        var introduction = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);
        var old = await _given.LinkAsync("discovery.firm-asked");
        await _given.DoneAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [_tuesday.AddDays(1), _tuesday], "Desk di Lecco"));
        var token = await _given.LinkAsync("discovery.meeting-firm");
        var shown = (await _given.SendAsAsync(Actor.Nobody, new ShowFirmIntroduction(token))).Value;
        Assert.Equal([_tuesday, _tuesday.AddDays(1)], shown.Meeting!.Times);
        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsAsync(Actor.Nobody, new ChooseTimeAsFirm(_case, old, _tuesday))).Refusal!.Kind);
        Assert.Equal("discovery.meeting-time-not-offered", (await _given.SendAsAsync(Actor.Nobody, new ChooseTimeAsFirm(_case, token, _sunday))).Refusal!.Code);

        Assert.True((await _given.SendAsAsync(Actor.Nobody, new ChooseTimeAsFirm(_case, token, _tuesday))).Ok);

        Assert.Equal("discovery.meeting-moved-on", (await _given.SendAsAsync(Actor.Nobody, new ChooseTimeAsFirm(_case, token, _tuesday))).Refusal!.Code);
        foreach (var officer in new[] { _given.Lecco, _given.Como })
        {
            var row = Assert.Single(await _given.DoneAsync(officer, new ListMeetings()));
            Assert.Equal((MeetingStatus.Fixed, _tuesday), (row.Status, row.StartsAt));
            Assert.Equal((MeetingStatus.Fixed, _tuesday), await StateAsync(officer, introduction));
        }

        Assert.Equal(1, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "discovery.meeting-fixed" && m.To == _given.Lecco.Email)));
        Assert.Empty(await _given.DoneAsync(_given.Monza, new ListMeetings()));
    }

    [Fact]
    public async Task Given_times_that_clash_when_they_are_looked_at_then_each_says_why_and_none_is_forbidden()
    {
        var first = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);
        await _given.DoneAsync(_given.Lecco, new ProposeMeeting(_case, first, [_tuesday], "Desk di Lecco"));
        var second = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);

        var seen = await _given.DoneAsync(_given.Lecco, new CheckTimes(_case, second, [_tuesday.AddMinutes(30), _sunday, _tuesday.AddDays(1)]));

        Assert.Equal([1, 2, 0], seen.Select(t => t.Warnings.Count));
        Assert.True((await _given.SendAsync(new ProposeMeeting(_case, second, [_sunday], "Desk di Lecco"))).Ok);
    }

    [Fact]
    public async Task Given_a_meeting_when_it_led_to_joining_then_both_lists_say_so_and_its_desk_confirms_in_the_case()
    {
        var introduction = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);
        await _given.DoneAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [_tuesday], "Desk di Lecco"));
        var meeting = Assert.Single(await _given.DoneAsync(_given.Como, new ListMeetings()));
        await _given.DoneAsync(_given.Como, new ChooseTime(_case, meeting.Id, _tuesday));
        _given.Clock.Advance(TimeSpan.FromDays(8));

        await _given.DoneAsync(_given.Lecco, new TellMeeting(_case, introduction, MeetingResult.Met, null));
        Assert.Equal(MeetingStatus.Held, (await StateAsync(_given.Lecco, introduction)).Meeting);
        await _given.DoneAsync(_given.Lecco, new TellMeeting(_case, introduction, MeetingResult.Joins, null));

        var row = await _given.DoneAsync(_given.Como, new ShowIntroduction(introduction));
        Assert.Equal((IntroductionOutcome.Joins, ParticipantStatus.Proposed), (row.Outcome, row.InCase));
        Assert.Equal("discovery.meeting-outcome-known", (await RefusedAsync(_given.Lecco, new TellMeeting(_case, introduction, MeetingResult.DoesNotJoin, "No"))).Code);
        Assert.Equal(
            ["discovery.meeting-proposed", "discovery.meeting-fixed", "discovery.meeting-held", "discovery.introduction-joins"],
            (await _given.HistoryAsync(_case)).TakeLast(4));
    }

    [Fact]
    public async Task Given_a_firm_that_does_not_join_then_the_reason_is_needed_and_both_desks_read_it()
    {
        var introduction = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);

        Assert.Equal("discovery.meeting-reason-missing", (await RefusedAsync(_given.Lecco, new TellMeeting(_case, introduction, MeetingResult.DoesNotJoin, " "))).Code);
        Assert.Equal("discovery.meeting-outcome-missing", (await RefusedAsync(_given.Lecco, new TellMeeting(_case, introduction, null, null))).Code);
        await _given.DoneAsync(_given.Lecco, new TellMeeting(_case, introduction, MeetingResult.DoesNotJoin, "Cerca solo clienti esteri."));

        var row = await _given.DoneAsync(_given.Como, new ShowIntroduction(introduction));
        Assert.Equal((IntroductionOutcome.DoesNotJoin, "Cerca solo clienti esteri."), (row.Outcome, row.OutcomeReason));
    }

    [Fact]
    public async Task Given_a_meeting_that_is_called_off_then_others_can_be_proposed_and_strangers_find_nothing()
    {
        var introduction = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);
        var meeting = await _given.DoneAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [_tuesday], "Desk di Lecco"));
        Assert.Equal(RefusalKind.NotFound, (await RefusedAsync(_given.Monza, new CancelMeeting(_case, meeting))).Kind);
        Assert.Equal(RefusalKind.NotFound, (await RefusedAsync(_given.Lecco, new ChooseTime(_case, meeting, _tuesday))).Kind);

        await _given.DoneAsync(_given.Como, new CancelMeeting(_case, meeting));

        Assert.Equal("discovery.meeting-moved-on", (await RefusedAsync(_given.Como, new ChooseTime(_case, meeting, _tuesday))).Code);
        Assert.Equal(1, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "discovery.meeting-cancelled" && m.To == _given.Lecco.Email)));
        Assert.True((await _given.DoneAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [_tuesday.AddDays(2)], "A distanza"))) != Guid.Empty);
    }

    [Fact]
    public async Task Given_no_introduction_or_no_time_when_a_meeting_is_proposed_then_it_is_refused_with_the_field()
    {
        var open = await _given.AskedAsync(_given.Lecco, _case);
        Assert.Equal("discovery.meeting-not-introduced", (await RefusedAsync(_given.Lecco, new ProposeMeeting(_case, open, [_tuesday], "Qui"))).Code);
        var introduction = await _given.IntroducedAsync(_given.Lecco, _given.Como, _case);
        Assert.Equal(("discovery.meeting-times-missing", "time-1"), Fault(await RefusedAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [], "Qui"))));
        Assert.Equal(("discovery.meeting-past", "time-1"), Fault(await RefusedAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [_tuesday.AddDays(-20)], "Qui"))));
        Assert.Equal(("discovery.meeting-place-missing", "place"), Fault(await RefusedAsync(_given.Lecco, new ProposeMeeting(_case, introduction, [_tuesday], ""))));
    }

    private static (string Code, string? Field) Fault(Refusal refusal) => (refusal.Code, refusal.Field);

    private async Task<(MeetingStatus? Meeting, DateTimeOffset? At)> StateAsync(Networks.Data.Officers.Officer officer, Guid introduction)
    {
        var row = await _given.DoneAsync(officer, new ShowIntroduction(introduction));
        return (row.Meeting, row.MeetsAt);
    }

    private async Task<Refusal> RefusedAsync<T>(Networks.Data.Officers.Officer officer, MediatR.IRequest<Result<T>> request)
    {
        var answer = await _given.SendAsAsync(Actor.Of(officer), request);
        return answer.Refusal!;
    }
}

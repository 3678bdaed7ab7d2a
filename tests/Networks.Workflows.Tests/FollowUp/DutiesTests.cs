using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Duties;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.FollowUp.FulfilDuty;
using Networks.Workflows.FollowUp.ShowDuty;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.FollowUp;

public sealed class DutiesTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private Given _given = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));
        var registration = await _given.CaseInRegistrationAsync(
            signers, Given.SmallContract with { MeetingEveryMonths = 3 }, new CommonFund("denaro", "su conto comune", null, PaymentDays: 30));
        _case = registration.Id;
        foreach (var filing in registration.Filings)
        {
            await _given.DoneAsync(_given.Lecco, new RecordOutcome(Ids.New(_given.Clock), _case, filing, FilingOutcome.Entered, new DateOnly(2026, 3, 18), null, null, null, null));
        }

        await _given.DoneAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), _case, new DateOnly(2026, 3, 18)));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_effect_when_it_is_confirmed_then_the_first_duties_are_planned_each_with_its_work_item()
    {
        var duties = await DutiesAsync();

        Assert.Equal(
            [
                "tax-registration 2026-04-09 Law to verify",
                "pay-fund 2026-04-17 Contract",
                "meet 2026-06-18 Contract",
                "yearly-check 2027-02-01 Law to verify",
                "renewal 2030-09-18 Contract",
            ],
            duties.Select(d => $"{d.Kind} {d.DueOn:O} {d.Source}{(d.IsToVerify ? " to verify" : "")}"));
        var items = await _given.ReadAsync(db => db.WorkItems.Where(i => i.CaseId == _case).ToListAsync());
        Assert.All(duties, d => Assert.Equal(d.DueOn, Assert.Single(items, i => i.SubjectId == d.Id && i.Name == "fulfil-duty").DueOn));
    }

    [Fact]
    public async Task Given_a_meeting_when_it_was_held_then_the_next_is_planned_from_it()
    {
        _given.Clock.GoTo(new DateOnly(2026, 6, 11));

        var done = await _given.DoneAsync(_given.Lecco, Fulfil(await DutyAsync("meet"), new DateOnly(2026, 6, 10), "tutti presenti"));

        Assert.Equal(("meet", new DateOnly(2026, 9, 10)), (done.Kind, done.NextOn));
        var next = await _given.ReadAsync(db => db.Duties.SingleAsync(d => d.Kind == "meet" && d.DoneOn == null));
        Assert.True(await _given.ReadAsync(db => db.WorkItems.AnyAsync(i => i.SubjectId == next.Id && i.Status == Data.Work.WorkItemStatus.Open)));
        Assert.Contains("follow-up.duty-fulfilled", await _given.HistoryAsync(_case));
    }

    [Fact]
    public async Task Given_a_duty_when_it_is_done_then_its_page_says_when_and_nothing_is_open_for_it()
    {
        var duty = await DutyAsync("tax-registration");

        await _given.DoneAsync(_given.Lecco, Fulfil(duty, new DateOnly(2026, 3, 19), "serie 3, n. 55"));

        var view = await _given.DoneAsync(_given.Lecco, new ShowDuty(_case, duty));
        Assert.Equal((new DateOnly(2026, 3, 19), "serie 3, n. 55", false), (view.DoneOn!.Value, view.DoneNote, view.MayFulfil));
        Assert.Equal("follow-up.already-done", (await RefusedAsync(Fulfil(duty, new DateOnly(2026, 3, 20)))).Code);
    }

    [Theory]
    [InlineData("2026-03-21", "follow-up.date-in-future")]
    [InlineData("2026-03-09", "follow-up.before-deed")]
    public async Task Given_a_day_that_cannot_be_when_a_duty_is_done_then_it_is_refused(string day, string code) =>
        Assert.Equal(code, (await RefusedAsync(Fulfil(await DutyAsync("meet"), DateOnly.Parse(day)))).Code);

    [Fact]
    public async Task Given_a_co_desk_when_it_fulfils_a_duty_then_it_may_read_and_not_act()
    {
        var duty = await DutyAsync("meet");
        Assert.False((await _given.DoneAsync(_given.Como, new ShowDuty(_case, duty))).MayFulfil);

        _given.Actor = Actor.Of(_given.Como);
        Assert.Equal("common.not-allowed", (await _given.SendAsync(Fulfil(duty, new DateOnly(2026, 3, 19)))).Refusal?.Code);
    }

    private FulfilDuty Fulfil(Guid duty, DateOnly on, string? note = null) => new(Ids.New(_given.Clock), _case, duty, on, note);

    private async Task<Refusal> RefusedAsync(FulfilDuty request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        var answer = await _given.SendAsync(request);
        Assert.False(answer.Ok);
        return answer.Refusal!;
    }

    private async Task<Guid> DutyAsync(string kind) => (await DutiesAsync()).First(d => d.Kind == kind).Id;

    private Task<List<Duty>> DutiesAsync() => _given.ReadAsync(db => db.Duties.Where(d => d.CaseId == _case).OrderBy(d => d.DueOn).ToListAsync());
}

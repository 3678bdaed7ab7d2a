using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Work;
using Networks.Workflows.Common;
using Networks.Workflows.FollowUp.FulfilDuty;
using Networks.Workflows.FollowUp.ShowDuty;
using Networks.Workflows.Incubation.CompleteHealthCheck;
using Networks.Workflows.Incubation.ShowNetworkLife;
using Networks.Workflows.Intake.TakeInNetwork;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.SendFiling;
using Networks.Workflows.Registration.SendStatement;
using Networks.Workflows.Registration.ShowFilings;
using Networks.Workflows.Rules;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.FollowUp;

/// <summary>The annual statement of a rete-soggetto goes to the chamber of its seat and comes back.</summary>
public sealed class AnnualStatementTests : IAsyncLifetime
{
    private static readonly DateOnly _effect = new(2021, 5, 3);
    private static readonly DateOnly _sent = new(2027, 2, 10);
    private Given _given = null!;
    private CaseId _case;
    private Guid _duty;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        var firms = $"Trafile Nibbio Srl {InventedIdentifiers.Vat(1)}; LC-210001; 2021-03-18\nMolle Corvo Srl {InventedIdentifiers.Vat(2)}; LC-210002; 2021-03-22";
        var taken = await _given.DoneAsync(_given.Lecco, new TakeInNetwork("Rete Trafile", NetworkKind.LegalEntity, new DateOnly(2021, 3, 10), firms)
        {
            OperationId = Ids.New(_given.Clock),
            SeatProvince = "LC",
            OwnEntryOn = _effect,
            HasFund = true,
            Body = "Consiglio di rete",
        });
        _case = taken.Case;
        await _given.DoneAsync(_given.Lecco, new CompleteHealthCheck(_case, _effect) { OperationId = Ids.New(_given.Clock) });
        _duty = await _given.ReadAsync(db => db.Duties.Where(d => d.Kind == DutiesDue.AnnualStatement).Select(d => d.Id).SingleAsync());
        _given.Clock.GoTo(new DateOnly(2027, 2, 15));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_statement_when_it_is_sent_suspended_sent_again_and_accepted_then_the_duty_is_fulfilled_by_it_and_the_next_is_planned()
    {
        var filing = await SentAsync();
        Assert.Contains("record-outcome", await _given.OpenBesideAsync(_case));
        Assert.Equal((FilingStatus.Sent, _sent, "B-1", "Como-Lecco"), State((await DutyAsync()).Filing!));

        await OutcomeAsync(filing, FilingOutcome.Suspended, new DateOnly(2027, 2, 12), "missing-attachment", "manca la nota integrativa");
        var suspended = await DutyAsync();
        Assert.Equal((FilingStatus.Suspended, "missing-attachment", "manca la nota integrativa"), (suspended.Filing!.Status, suspended.Filing.ReasonWord, suspended.Filing.ReasonWords));
        Assert.Contains("send-filing", await _given.OpenBesideAsync(_case));
        Assert.Null(suspended.DoneOn);

        await _given.DoneAsync(_given.Lecco, new SendFiling(Ids.New(_given.Clock), _case, filing, new DateOnly(2027, 2, 13), "B-2"));
        await OutcomeAsync(filing, FilingOutcome.Entered, new DateOnly(2027, 2, 15));

        var done = await DutyAsync();
        Assert.Equal((new DateOnly(2027, 2, 13), "B-2", FilingStatus.Entered), (done.DoneOn!.Value, done.DoneNote, done.Filing!.Status));
        Assert.Equal(WorkItemStatus.Done, await _given.ReadAsync(db => db.WorkItems.Where(i => i.SubjectId == _duty).Select(i => i.Status).SingleAsync()));
        Assert.DoesNotContain("record-outcome", await _given.OpenBesideAsync(_case));
        var duties = await _given.ReadAsync(db => db.Duties.Where(d => d.CaseId == _case && d.Kind == DutiesDue.AnnualStatement).OrderBy(d => d.DueOn).ToListAsync());
        Assert.Equal([new DateOnly(2027, 3, 1), new DateOnly(2028, 2, 29)], duties.Select(d => d.DueOn));
        var history = await _given.HistoryAsync(_case);
        Assert.Equal(
            ["registration.statement-sent", "registration.statement-suspended", "registration.statement-sent", "registration.statement-entered", "follow-up.duty-fulfilled"],
            history.Where(h => h.StartsWith("registration.statement", StringComparison.Ordinal) || h == "follow-up.duty-fulfilled"));
    }

    [Fact]
    public async Task Given_a_statement_at_the_chamber_then_the_entries_of_the_contract_and_the_effect_are_as_they_were()
    {
        var filing = await SentAsync();

        var filings = await _given.DoneAsync(_given.Lecco, new ShowFilings(_case));
        Assert.Single(filings.Rows, r => r.EnteredOn == _effect);
        Assert.Equal(_effect, filings.Effect);
        var view = await _given.DoneAsync(_given.Lecco, new ShowFiling(_case, filing));
        Assert.Equal((_duty, new DateOnly(2026, 12, 31)), (view.Duty!.Value, view.DeedOn));
        var row = Assert.Single((await _given.DoneAsync(_given.Lecco, new ShowNetworkLife(_case))).Duties, d => d.Id == _duty);
        Assert.Equal((FilingStatus.Sent, _sent), (row.Filing!.Value, row.FiledOn!.Value));
    }

    [Theory]
    [InlineData("2026-12-30", "B-1", "registration.before-year-end")]
    [InlineData("2027-02-16", "B-1", "rules.filing-in-future")]
    [InlineData(null, "B-1", "registration.date-missing")]
    [InlineData("2027-02-10", " ", "registration.protocol-missing")]
    public async Task Given_a_sending_that_cannot_be_then_it_is_refused_and_nothing_is_filed(string? day, string protocol, string code)
    {
        Assert.Equal(code, await RefusedAsync(new SendStatement(Ids.New(_given.Clock), _case, _duty, day is null ? null : DateOnly.Parse(day), protocol)));
        Assert.Equal(0, await _given.ReadAsync(db => db.Filings.CountAsync(f => f.DutyId != null)));
        Assert.DoesNotContain("record-outcome", await _given.OpenBesideAsync(_case));
    }

    [Fact]
    public async Task Given_an_outcome_before_the_sending_then_both_days_are_named()
    {
        var filing = await SentAsync();

        Assert.Equal("rules.filing-before-sent", await RefusedAsync(new RecordOutcome(Ids.New(_given.Clock), _case, filing, FilingOutcome.Entered, new DateOnly(2027, 2, 9), null, null, null, null)));
    }

    [Fact]
    public async Task Given_a_statement_that_was_sent_when_it_is_sent_again_or_said_to_be_done_then_the_outcome_is_asked_for()
    {
        await SentAsync();

        Assert.Equal("registration.statement-sent-already", await RefusedAsync(new SendStatement(Ids.New(_given.Clock), _case, _duty, _sent, "B-9")));
        Assert.Equal("follow-up.filing-under-way", await RefusedAsync(new FulfilDuty(Ids.New(_given.Clock), _case, _duty, _sent, null)));
    }

    [Fact]
    public async Task Given_a_duty_that_is_no_statement_or_is_done_when_it_is_sent_then_it_is_refused()
    {
        await _given.DoneAsync(_given.Lecco, new FulfilDuty(Ids.New(_given.Clock), _case, _duty, _sent, "depositata dal commercialista"));

        Assert.Equal("registration.statement-done", await RefusedAsync(new SendStatement(Ids.New(_given.Clock), _case, _duty, _sent, "B-1")));
        Assert.Equal("common.not-found", await RefusedAsync(new SendStatement(Ids.New(_given.Clock), _case, Ids.New(_given.Clock), _sent, "B-1")));
    }

    private static (FilingStatus, DateOnly, string, string) State(DutyFiling filing) => (filing.Status, filing.SentOn!.Value, filing.Protocol!, filing.Chamber);

    private async Task<FilingId> SentAsync() =>
        new((await _given.DoneAsync(_given.Lecco, new SendStatement(Ids.New(_given.Clock), _case, _duty, _sent, "b-1"))).Filing);

    private Task<RecordedOutcome> OutcomeAsync(FilingId filing, FilingOutcome outcome, DateOnly on, string? reason = null, string? words = null) =>
        _given.DoneAsync(_given.Lecco, new RecordOutcome(Ids.New(_given.Clock), _case, filing, outcome, on, null, reason, words, null));

    private Task<DutyView> DutyAsync() => _given.DoneAsync(_given.Lecco, new ShowDuty(_case, _duty));

    private async Task<string?> RefusedAsync<T>(ICommand<T> command)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        return (await _given.SendAsync(command)).Refusal?.Code;
    }
}

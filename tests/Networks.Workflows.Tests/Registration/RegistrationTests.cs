using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Filings;
using Networks.Data.Officers;
using Networks.Workflows.Casework.CorrectFact;
using Networks.Workflows.Common;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.SendFiling;
using Networks.Workflows.Registration.ShowFilings;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Registration;

public sealed class RegistrationTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private Given _given = null!;
    private RegistrationCase _case = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));
        _case = await _given.CaseInRegistrationAsync(signers);
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_filing_when_it_is_sent_suspended_and_entered_then_its_tasks_follow()
    {
        await SendAsync(0, 11, " mi/2026 77 ");
        await OutcomeAsync(0, FilingOutcome.Suspended, 12, reason: "missing-power", words: "manca la procura");
        var suspended = await FilingAsync(0);
        await SendAsync(0, 13, "MI/202677");
        await OutcomeAsync(0, FilingOutcome.Entered, 16);
        var entered = await FilingAsync(0);

        Assert.Equal((FilingStatus.Suspended, "missing-power: manca la procura"), (suspended.Status, suspended.Reason));
        Assert.Equal((FilingStatus.Entered, "MI/202677", new DateOnly(2026, 3, 16), null), (entered.Status, entered.ProtocolNumber, entered.EnteredOn, entered.Reason));
        Assert.Equal(
            ["send-filing Done sent", "record-outcome Done suspended", "send-filing Done sent", "record-outcome Done entered"],
            await TasksOfAsync(0));
    }

    [Fact]
    public async Task Given_a_filing_nobody_recorded_as_sent_when_the_chamber_enters_it_then_both_are_recorded_at_once()
    {
        var done = await OutcomeAsync(0, FilingOutcome.Entered, 12);

        Assert.Equal(3, done.Missing);
        Assert.Equal(["send-filing Done sent", "record-outcome Done entered"], await TasksOfAsync(0));
        Assert.Null((await FilingAsync(0)).ProtocolNumber);
    }

    [Theory]
    [InlineData(9, "rules.filing-before-deed")]
    [InlineData(11, "rules.filing-before-sent")]
    [InlineData(21, "rules.filing-in-future")]
    public async Task Given_a_day_that_cannot_be_when_an_entry_is_recorded_then_it_is_refused(int day, string code)
    {
        await SendAsync(0, 12, "A1");

        var refusal = await RefusedAsync(_given.Lecco, Outcome(0, FilingOutcome.Entered, day));

        Assert.Equal((code, "on"), (refusal.Code, refusal.Field));
        Assert.Equal(FilingStatus.Sent, (await FilingAsync(0)).Status);
    }

    [Fact]
    public async Task Given_a_protocol_number_when_another_filing_at_the_chamber_has_it_then_it_is_refused_with_the_firm()
    {
        await SendAsync(0, 12, "A1");

        var refusal = await RefusedAsync(_given.Lecco, new SendFiling(Ids.New(_given.Clock), _case.Id, _case.Filings[1], Day(12), "a1"));

        Assert.Equal("registration.protocol-taken", refusal.Code);
        Assert.Contains("Alfa 1 Srl", refusal.Text, StringComparison.Ordinal);
        await SendAsync(3, 12, "A1");
    }

    [Fact]
    public async Task Given_a_firm_that_acceded_when_its_entry_is_recorded_then_it_is_no_signatory()
    {
        var participant = await AccessionAsync();

        var refusal = await RefusedAsync(_given.Lecco, new RecordOutcome(Ids.New(_given.Clock), _case.Id, new FilingId(participant.Value), FilingOutcome.Entered, Day(12), null, null, null, null));

        Assert.Equal("registration.not-a-signatory", refusal.Code);
        Assert.Contains("Beta Adesione", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_co_desk_when_it_records_anothers_filing_then_it_is_refused_and_its_own_is_done()
    {
        var refusal = await RefusedAsync(_given.Como, Outcome(0, FilingOutcome.Entered, 12));

        Assert.Equal("registration.other-desks-filing", refusal.Code);
        await OutcomeAsync(2, FilingOutcome.Entered, 12, officer: _given.Como);
    }

    [Fact]
    public async Task Given_an_entry_when_it_is_recorded_again_then_the_correction_is_named()
    {
        await OutcomeAsync(0, FilingOutcome.Entered, 12);

        Assert.Equal("registration.already-entered", (await RefusedAsync(_given.Lecco, Outcome(0, FilingOutcome.Entered, 13))).Code);
    }

    [Fact]
    public async Task Given_a_suspension_when_no_reason_is_chosen_then_it_is_asked_for()
    {
        Assert.Equal("registration.reason-missing", (await RefusedAsync(_given.Lecco, Outcome(0, FilingOutcome.Suspended, 12))).Code);
        Assert.Equal("registration.reason-missing", (await RefusedAsync(_given.Lecco, Outcome(0, FilingOutcome.Rejected, 12, "other"))).Code);
    }

    [Fact]
    public async Task Given_three_of_four_entries_then_the_day_of_effect_is_unknown_and_the_missing_one_is_named()
    {
        foreach (var i in new[] { 0, 1, 2 })
        {
            await OutcomeAsync(i, FilingOutcome.Entered, 12 + i);
        }

        var view = await _given.DoneAsync(_given.Lecco, new ShowFilings(_case.Id));

        Assert.Null(view.Effect);
        Assert.Equal(3, view.Entered);
        Assert.Equal(["Alfa 4 Srl"], view.Missing.Select(r => r.Name));
        Assert.Equal("registration.effect-not-complete", (await RefusedAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), _case.Id, Day(14)))).Code);
    }

    [Fact]
    public async Task Given_all_entries_and_an_accession_when_the_effect_is_confirmed_then_it_is_the_last_originals_day_and_all_are_told()
    {
        await AccessionAsync(alsoFiledOn: Day(19));
        await EnterAllAsync();

        var done = await _given.DoneAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), _case.Id, Day(18)));

        Assert.Equal(Day(18), done.EffectOn);
        var @case = await _given.ReadAsync(db => db.Cases.SingleAsync());
        Assert.Equal((CaseStatus.InEffect, Day(18), CasePhase.FollowUp), (@case.Status, @case.EffectOn, @case.Phase));
        var mails = await _given.ReadAsync(db => db.Outbox.OrderBy(m => m.To).ToListAsync());
        Assert.Equal(
            ["bruno.testa@mail.example", "carla.brambilla@mail.example", "firm1@mail.example", "firm2@mail.example", "firm3@mail.example", "firm4@mail.example", "firm9@mail.example"],
            mails.Select(m => m.To));
        Assert.All(mails, m => Assert.Contains("18 marzo 2026", m.Body, StringComparison.Ordinal));
        Assert.Equal(mails.Count, done.Mails);
        Assert.Contains("registration.effect-confirmed", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_a_day_that_changed_when_it_is_confirmed_as_it_was_seen_then_nobody_is_told()
    {
        await EnterAllAsync();

        Assert.Equal("registration.effect-changed", (await RefusedAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), _case.Id, Day(17)))).Code);
        Assert.Equal(0, await _given.ReadAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Given_a_confirmed_effect_when_a_date_is_corrected_then_it_moves_and_everybody_is_told_again()
    {
        await EnterAllAsync();
        await _given.DoneAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), _case.Id, Day(18)));
        var renewalBefore = await DueAsync("renewal");

        var row = await _given.ReadAsync(db => db.CaseEvents.Where(e => e.Name == "registration.filing-entered").MaxAsync(e => e.Number));
        await _given.DoneAsync(_given.Lecco, new CorrectFact(Ids.New(_given.Clock), _case.Id, row, Day(20), "ricevuta letta male"));

        Assert.Equal(Day(20), await _given.ReadAsync(db => db.Cases.Select(c => c.EffectOn).SingleAsync()));
        Assert.Equal("registration.effect-moved", (await _given.HistoryAsync(_case.Id))[^1]);
        Assert.Equal(6, await _given.ReadAsync(db => db.Outbox.CountAsync(m => m.Kind == "registration.effect-moved")));
        Assert.Equal(renewalBefore.AddDays(2), await DueAsync("renewal"));
    }

    [Fact]
    public async Task Given_a_firm_that_was_told_the_day_and_has_left_when_the_day_moves_then_it_is_told_too()
    {
        await EnterAllAsync();
        await _given.DoneAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), _case.Id, Day(18)));
        await _given.WriteAsync(async db => (await db.Participants.OrderBy(p => p.Order).LastAsync()).Leave(Day(19), "recesso", declined: false));

        var row = await _given.ReadAsync(db => db.CaseEvents.Where(e => e.Name == "registration.filing-entered").MaxAsync(e => e.Number));
        await _given.DoneAsync(_given.Lecco, new CorrectFact(Ids.New(_given.Clock), _case.Id, row, Day(20), "ricevuta letta male"));

        var left = await _given.ReadAsync(db => db.Participants.OrderByDescending(p => p.Order).Select(p => p.Id).FirstAsync());
        Assert.Single(await _given.ReadAsync(db => db.Outbox.Where(m => m.Kind == "registration.effect-moved" && m.ParticipantId == left).ToListAsync()));
    }

    private Task<DateOnly> DueAsync(string kind) => _given.ReadAsync(db => db.Duties.Where(d => d.Kind == kind).Select(d => d.DueOn).SingleAsync());

    private async Task EnterAllAsync()
    {
        for (var i = 0; i < 4; i++)
        {
            await OutcomeAsync(i, FilingOutcome.Entered, 15 + i);
        }
    }

    private async Task<ParticipantId> AccessionAsync(DateOnly? alsoFiledOn = null)
    {
        var firm = await _given.FirmAsync(_given.Como, 9, "Beta Adesione");
        var id = ParticipantId.New(_given.Clock);
        await _given.WriteAsync(db =>
        {
            db.Add(new Participant(id, _case.Id, firm, _given.Como.AssociationId, ParticipantStatus.Active, Day(11)) { Order = 5, Kind = ParticipantKind.Accession });
            if (alsoFiledOn is { } day)
            {
                var filing = new Filing(FilingId.New(_given.Clock), _case.Id, id, "como-lecco", _given.Como.AssociationId);
                filing.Enter(day);
                db.Add(filing);
            }

            return Task.CompletedTask;
        });
        return id;
    }

    private static DateOnly Day(int day) => new(2026, 3, day);

    private Task<Done> SendAsync(int filing, int day, string protocol) =>
        _given.DoneAsync(_given.Lecco, new SendFiling(Ids.New(_given.Clock), _case.Id, _case.Filings[filing], Day(day), protocol));

    private RecordOutcome Outcome(int filing, FilingOutcome outcome, int day, string? reason = null, string? words = null) =>
        new(Ids.New(_given.Clock), _case.Id, _case.Filings[filing], outcome, Day(day), null, reason, words, null);

    private Task<RecordedOutcome> OutcomeAsync(int filing, FilingOutcome outcome, int day, string? reason = null, string? words = null, Officer? officer = null) =>
        _given.DoneAsync(officer ?? _given.Lecco, Outcome(filing, outcome, day, reason, words));

    private async Task<Refusal> RefusedAsync<T>(Officer officer, ICommand<T> request)
    {
        _given.Actor = Actor.Of(officer);
        var answer = await _given.SendAsync(request);
        Assert.False(answer.Ok);
        return answer.Refusal!;
    }

    private Task<Filing> FilingAsync(int filing) => _given.ReadAsync(db => db.Filings.SingleAsync(f => f.Id == _case.Filings[filing]));

    private Task<List<string>> TasksOfAsync(int filing) => _given.ReadAsync(async db =>
    {
        var items = await db.WorkItems.Where(i => i.SubjectId == _case.Filings[filing].Value).ToListAsync();
        return items.OrderBy(i => i.OpenedAt).ThenBy(i => i.Id.Value).Select(i => $"{i.Name} {i.Status} {i.Outcome}").ToList();
    });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Workflows.Common;
using Networks.Workflows.Engine.FireTimers;
using Networks.Workflows.FollowUp.FulfilDuty;
using Networks.Workflows.Intake.EditFirm;
using Networks.Workflows.Intake.LeaveFirmGaps;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.SendFiling;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Engine;

/// <summary>What the second version of the procedure does that the first did not.</summary>
public sealed class SecondVersionTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_new_case_then_it_runs_the_second_version()
    {
        var id = await _given.CaseInDraftingAsync();

        Assert.Equal(2, await _given.ReadAsync(db => db.Processes.Where(p => p.CaseId == id).Select(p => p.Version).SingleAsync()));
    }

    [Fact]
    public async Task Given_nothing_missing_when_all_agree_then_the_text_goes_on_at_once()
    {
        var id = await _given.CaseInRoundAsync();

        await ApproveAllAsync(id);

        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id))[^1]);
    }

    [Fact]
    public async Task Given_a_firm_without_certified_mailbox_when_all_agree_then_its_desk_is_asked_and_the_text_waits()
    {
        var (id, firm) = await AgreedWithGapAsync();

        Assert.Equal("check-firm Open", (await _given.TasksAsync(id))[^1]);
        var card = await _given.DoneAsync(_given.Lecco, new ShowFirm(id, firm));
        Assert.Equal(["intake.check-certified-email"], card.Gaps);

        await _given.DoneAsync(_given.Lecco, new EditFirm(id, firm, new Dictionary<string, string>(card.Values) { ["certified-email"] = "alfa1@pec.example" }, card.Values) { OperationId = Ids.New(_given.Clock) });

        Assert.Equal(["check-firm Done complete", "prepare-text Open"], (await _given.TasksAsync(id))[^2..]);
    }

    [Fact]
    public async Task Given_a_gap_when_the_desk_says_why_it_goes_on_then_it_goes_on_and_the_reason_is_kept()
    {
        var (id, firm) = await AgreedWithGapAsync();

        var silent = await _given.SendAsync(new LeaveFirmGaps(Ids.New(_given.Clock), id, firm, " "));
        await _given.DoneAsync(_given.Lecco, new LeaveFirmGaps(Ids.New(_given.Clock), id, firm, "la PEC arriva domani"));
        var again = await _given.SendAsync(new LeaveFirmGaps(Ids.New(_given.Clock), id, firm, "la PEC arriva domani"));

        Assert.Equal("intake.reason-missing", silent.Refusal?.Code);
        Assert.Equal("intake.nothing-to-check", again.Refusal?.Code);
        Assert.Equal("prepare-text Open", (await _given.TasksAsync(id))[^1]);
        Assert.Equal(1, (await _given.HistoryAsync(id)).Count(e => e == "intake.firm-gaps-left"));
    }

    [Fact]
    public async Task Given_another_desk_when_it_leaves_a_gap_then_it_is_refused()
    {
        var (id, firm) = await AgreedWithGapAsync();
        _given.Actor = Actor.Of(_given.Como);

        Assert.Equal(RefusalKind.NotFound, (await _given.SendAsync(new LeaveFirmGaps(Ids.New(_given.Clock), id, firm, "va bene"))).Refusal?.Kind);
    }

    [Fact]
    public async Task Given_an_open_check_when_a_firm_joins_then_the_approvals_no_longer_count_and_the_text_is_prepared_again()
    {
        var (id, _) = await AgreedWithGapAsync();

        await _given.EngineAsync(id, (engine, @case) => engine.SignalAsync(@case, CaseSignals.FirmJoins, Guid.Empty, default));

        Assert.Equal(["check-firm Superseded firm-joins", "prepare-text Open"], (await _given.TasksAsync(id))[^2..]);
        Assert.Equal(RoundStatus.Superseded, (await _given.RoundAsync(id)).Status);
    }

    [Fact]
    public async Task Given_a_silent_chamber_then_the_desk_is_reminded_after_ten_working_days_within_its_week_of_mail()
    {
        var registration = await _given.CaseInRegistrationAsync(signers);
        foreach (var (number, filing) in registration.Filings.Index())
        {
            await _given.DoneAsync(_given.Lecco, new SendFiling(Ids.New(_given.Clock), registration.Id, filing, new DateOnly(2026, 3, 20), $"CO/2026{number}"));
        }

        _given.Clock.GoTo(new DateOnly(2026, 4, 2));
        await SweepAsync();
        Assert.Empty(await RemindersAsync());

        _given.Clock.GoTo(new DateOnly(2026, 4, 3));
        await SweepAsync();

        var mails = await RemindersAsync();
        Assert.All(mails, m => Assert.Equal("registration.filing-silent", m.Kind));
        Assert.Equal([("anna.riva@mail.example", 2), ("bruno.testa@mail.example", 1), ("carla.brambilla@mail.example", 1)],
            mails.GroupBy(m => m.To).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Contains(mails, m => m.To == "anna.riva@mail.example" && m.Body.Contains("CO/20260", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_a_network_in_effect_when_the_yearly_check_is_done_then_that_of_the_next_year_follows()
    {
        var registration = await _given.CaseInRegistrationAsync(signers);
        foreach (var filing in registration.Filings)
        {
            await _given.DoneAsync(_given.Lecco, new RecordOutcome(Ids.New(_given.Clock), registration.Id, filing, FilingOutcome.Entered, new DateOnly(2026, 3, 18), null, null, null, null));
        }

        await _given.DoneAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), registration.Id, new DateOnly(2026, 3, 18)));
        var check = await _given.ReadAsync(db => db.Duties.Where(d => d.CaseId == registration.Id && d.Kind == "yearly-check").SingleAsync());
        _given.Clock.GoTo(new DateOnly(2027, 1, 20));

        var done = await _given.DoneAsync(_given.Lecco, new FulfilDuty(Ids.New(_given.Clock), registration.Id, check.Id, new DateOnly(2027, 1, 20), "quattro imprese, tutte iscritte"));

        Assert.Equal(new DateOnly(2028, 1, 31), done.NextOn);
    }

    private async Task<(CaseId Id, ParticipantId Firm)> AgreedWithGapAsync()
    {
        var id = await _given.CaseInRoundAsync();
        var firm = await _given.ParticipantAsync(id, 1);
        await _given.WriteAsync(async db =>
        {
            var holder = await db.Participants.Where(p => p.Id == firm).Select(p => p.FirmId).SingleAsync();
            (await db.Firms.SingleAsync(f => f.Id == holder)).CertifiedEmail = null;
        });
        await ApproveAllAsync(id);
        _given.Actor = Actor.Of(_given.Lecco);
        return (id, firm);
    }

    private async Task ApproveAllAsync(CaseId id)
    {
        foreach (var place in new[] { 1, 2 })
        {
            Assert.True((await _given.ApproveAsync(id, place)).Ok);
        }
    }

    private Task<int> SweepAsync() => _given.Services.GetRequiredService<TimerSweep>().FireDueAsync(default);

    private Task<List<Data.Outbox.OutboxMessage>> RemindersAsync() =>
        _given.ReadAsync(db => db.Outbox.Where(m => m.Kind.StartsWith("registration.filing-")).ToListAsync());
}

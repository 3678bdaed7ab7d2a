using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Officers;
using Networks.Data.Outbox;
using Networks.Workflows.Casework.UndoLastAct;
using Networks.Workflows.Common;
using Networks.Workflows.FollowUp.FulfilDuty;
using Networks.Workflows.Intake.CompleteIntake;
using Networks.Workflows.Intake.ConfirmFirm;
using Networks.Workflows.Registration.ConfirmEffect;
using Networks.Workflows.Registration.RecordOutcome;
using Networks.Workflows.Registration.SendFiling;
using Networks.Workflows.Signing.RecordDeed;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Casework;

/// <summary>Each act that can be taken back, done for real and taken back: every row stands as before, and it can be done again.</summary>
public sealed class UndoRealActsTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    /// <summary>What keeps the act and its taking back: the history, what is made of the other rows, the journal of acts, and files that were brought.</summary>
    private static readonly string[] _keepers = ["CaseEvents", "CaseProgress", "SearchEntries", "Operations", "Files"];

    private Given _given = null!;

    public async ValueTask InitializeAsync() => _given = await Given.NewAsync(services => services.AddSingleton(signers.Trust));

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_an_intake_that_was_completed_when_it_is_taken_back_then_it_is_open_as_before()
    {
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1), await _given.FirmAsync(_given.Lecco, 2));

        await AssertTakenBackAsync(_given.Lecco, id, () => new CompleteIntake(id) { OperationId = Ids.New(_given.Clock) });
    }

    [Fact]
    public async Task Given_a_desk_that_said_yes_for_its_firm_when_it_is_taken_back_then_the_firm_is_proposed_as_before()
    {
        var gamma = await _given.FirmAsync(_given.Como, 2);
        var id = await _given.CaseAsync(await _given.FirmAsync(_given.Lecco, 1), gamma);
        var participant = (await _given.ParticipantAsync(id, gamma)).Id;

        await AssertTakenBackAsync(_given.Como, id, () => new ConfirmFirm(id, participant, FirmReply.TakesPart) { OperationId = Ids.New(_given.Clock), How = "phone" });
    }

    [Fact]
    public async Task Given_a_deed_that_was_recorded_when_it_is_taken_back_then_it_is_awaited_and_no_filing_is_planned()
    {
        var signing = await _given.CaseInSigningAsync(NetworkKind.LegalEntity, SignatureForm.NotarialDeed);
        var file = new DeedUpload("atto.pdf", await _given.StoredAsync("%PDF-1.7 atto"u8.ToArray()));
        _given.Clock.GoTo(new DateOnly(2026, 3, 18));

        await AssertTakenBackAsync(_given.Lecco, signing.Id, () => new RecordDeed(Ids.New(_given.Clock), signing.Id, new DateOnly(2026, 3, 16), "Notaio Prova", "1234", null, file, TextIsApproved: true));
    }

    [Fact]
    public async Task Given_a_filing_that_was_sent_when_it_is_taken_back_then_it_is_to_be_sent()
    {
        var registration = await _given.CaseInRegistrationAsync(signers);

        await AssertTakenBackAsync(_given.Lecco, registration.Id, () => new SendFiling(Ids.New(_given.Clock), registration.Id, registration.Filings[0], new DateOnly(2026, 3, 11), "LC/2026/77"));
    }

    [Theory]
    [InlineData(FilingOutcome.Entered)]
    [InlineData(FilingOutcome.Suspended)]
    [InlineData(FilingOutcome.Rejected)]
    public async Task Given_the_chambers_word_on_the_last_filing_when_it_is_taken_back_then_it_is_awaited(FilingOutcome outcome)
    {
        var registration = await _given.CaseInRegistrationAsync(signers);
        foreach (var filing in registration.Filings.Skip(1))
        {
            await _given.DoneAsync(_given.Lecco, Outcome(registration.Id, filing, FilingOutcome.Entered));
        }

        await AssertTakenBackAsync(_given.Lecco, registration.Id, () => Outcome(registration.Id, registration.Filings[0], outcome));
    }

    [Fact]
    public async Task Given_a_duty_that_was_done_when_it_is_taken_back_then_it_is_due_and_the_next_is_not_planned()
    {
        var registration = await _given.CaseInRegistrationAsync(signers, Given.SmallContract with { MeetingEveryMonths = 3 });
        foreach (var filing in registration.Filings)
        {
            await _given.DoneAsync(_given.Lecco, Outcome(registration.Id, filing, FilingOutcome.Entered));
        }

        await _given.DoneAsync(_given.Lecco, new ConfirmEffect(Ids.New(_given.Clock), registration.Id, new DateOnly(2026, 3, 18)));
        _given.Clock.GoTo(new DateOnly(2026, 6, 11));
        var meeting = await _given.ReadAsync(db => db.Duties.Where(d => d.CaseId == registration.Id && d.Kind == "meet").Select(d => d.Id).SingleAsync());

        await AssertTakenBackAsync(_given.Lecco, registration.Id, () => new FulfilDuty(Ids.New(_given.Clock), registration.Id, meeting, new DateOnly(2026, 6, 10), null));
    }

    private RecordOutcome Outcome(CaseId id, FilingId filing, FilingOutcome outcome) =>
        new(Ids.New(_given.Clock), id, filing, outcome, new DateOnly(2026, 3, 18), null, outcome == FilingOutcome.Entered ? null : "fees", null, null);

    private async Task AssertTakenBackAsync<T>(Officer officer, CaseId id, Func<ICommand<T>> act)
    {
        var before = await RowsAsync();
        await _given.DoneAsync(officer, act());
        Assert.NotEqual(before, await RowsAsync());

        await _given.DoneAsync(officer, new UndoLastAct(Ids.New(_given.Clock), id));

        Assert.Equal(before, await RowsAsync());
        Assert.DoesNotContain(await _given.ReadAsync(db => db.Outbox.Where(m => m.Status == OutboxStatus.Queued && m.NotBefore > _given.Clock.GetUtcNow()).ToListAsync()), m => m.CaseId == id);
        Assert.Contains("casework.undone", await _given.HistoryAsync(id));
        await _given.DoneAsync(officer, act());
    }

    /// <summary>Every row of every table but the keepers, and of the outbox what may still leave. Each act, the taking back too, moves the head of its case.</summary>
    private async Task<List<string>> RowsAsync() =>
    [
        .. (await _given.RowsAsync())
            .Where(row => !_keepers.Contains(row.Table) && (row.Table != "Outbox" || row.Columns["Status"] != nameof(OutboxStatus.Dropped)))
            .Select(row => row.Without("Version", "HistoryLength", "HeadHash"))
            .Order(StringComparer.Ordinal),
    ];
}

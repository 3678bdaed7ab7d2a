using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Cases;
using Networks.Data.EnterpriseNetworks;
using Networks.Workflows.Common;
using Networks.Workflows.Signing.RecordDeed;
using Networks.Workflows.Tests.Support;

namespace Networks.Workflows.Tests.Signing;

public sealed class RecordDeedTests : IAsyncLifetime
{
    private static readonly DateOnly _deedDay = new(2026, 3, 16);

    private Given _given = null!;
    private SigningCase _case = null!;
    private DeedUpload _file = null!;

    public async ValueTask InitializeAsync()
    {
        _given = await Given.NewAsync();
        _case = await _given.CaseInSigningAsync(NetworkKind.LegalEntity, SignatureForm.NotarialDeed);
        _file = new DeedUpload("atto.pdf", await _given.StoredAsync("%PDF-1.7 atto"u8.ToArray()));
        _given.Clock.GoTo(new DateOnly(2026, 3, 18));
    }

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Given_a_network_with_personality_when_the_deed_is_recorded_then_one_filing_is_planned_at_its_seat()
    {
        Assert.Contains("record-deed Open", await _given.TasksAsync(_case.Id));

        await _given.DoneAsync(_given.Lecco, Deed());

        var deed = await _given.ReadAsync(db => db.Deeds.SingleAsync());
        Assert.Equal((_deedDay, "Notaio Prova", "1234", "567", _given.Lecco.Id), (deed.Date, deed.NotaryName, deed.Repertorio, deed.Collection, deed.TextConfirmedBy!.Value));
        var filing = await _given.ReadAsync(db => db.Filings.SingleAsync());
        Assert.Equal(("como-lecco", null), (filing.ChamberCode, filing.ParticipantId));
        Assert.Equal(CasePhase.Registration, await _given.ReadAsync(db => db.Cases.Select(c => c.Phase).SingleAsync()));
        Assert.Contains("signing.deed-recorded", await _given.HistoryAsync(_case.Id));
    }

    [Fact]
    public async Task Given_an_empty_form_when_it_is_sent_then_every_gap_is_told_at_its_field()
    {
        var refusal = await RefusedAsync(new RecordDeed(Ids.New(_given.Clock), _case.Id, null, null, null, null, null, TextIsApproved: false));

        Assert.Equal(["date", "notary", "repertorio", "file", "same-text"], refusal.All.Select(r => r.Field));
    }

    [Theory]
    [InlineData("2026-03-19", "signing.date-in-future")]
    [InlineData("2026-03-09", "signing.before-approval")]
    public async Task Given_a_day_that_cannot_be_when_the_deed_is_recorded_then_it_is_refused(string day, string code)
    {
        var refusal = await RefusedAsync(Deed() with { Date = DateOnly.Parse(day) });

        Assert.Equal((code, "date"), (refusal.Code, refusal.Field));
        Assert.Equal(0, await _given.ReadAsync(db => db.Deeds.CountAsync()));
    }

    [Fact]
    public async Task Given_a_word_file_when_it_is_given_as_the_deed_then_it_is_refused()
    {
        var word = new DeedUpload("atto.docx", await _given.StoredAsync([0x50, 0x4B, 3, 4]));

        Assert.Equal("signing.deed-file-kind", (await RefusedAsync(Deed() with { File = word })).Code);
    }

    [Fact]
    public async Task Given_a_recorded_deed_when_it_is_recorded_again_then_somebody_was_first()
    {
        await _given.DoneAsync(_given.Lecco, Deed());

        Assert.Equal("signing.deed-already-made", (await RefusedAsync(Deed() with { OperationId = Ids.New(_given.Clock) })).Code);
    }

    [Fact]
    public async Task Given_a_network_without_seat_when_the_deed_is_recorded_then_the_cure_is_told()
    {
        await _given.WriteAsync(async db => (await db.EnterpriseNetworks.SingleAsync()).Seat = null);

        Assert.Equal("signing.network-seat-missing", (await RefusedAsync(Deed())).Code);
    }

    private RecordDeed Deed() => new(Ids.New(_given.Clock), _case.Id, _deedDay, "Notaio Prova", "1234", "567", _file, TextIsApproved: true);

    private async Task<Refusal> RefusedAsync(RecordDeed request)
    {
        _given.Actor = Actor.Of(_given.Lecco);
        var answer = await _given.SendAsync(request);
        Assert.False(answer.Ok);
        return answer.Refusal!;
    }
}

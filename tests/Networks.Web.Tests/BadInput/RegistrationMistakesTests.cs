using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Web.Registration.RecordOutcome;
using Networks.Web.Registration.SendFiling;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.BadInput;

/// <summary>Wrong days and wrong firms at the chambers, and two people on one filing.</summary>
public sealed class RegistrationMistakesTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private DeskApp _desk = null!;
    private RegistrationCase _case = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton(signers.Trust));
        _case = await _desk.Given.CaseInRegistrationAsync(signers);
        _client = await _desk.ClientAsync(_desk.Given.Lecco);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_day_before_the_deed_then_both_days_are_named_at_the_field()
    {
        var send = await OpenForm.AtAsync(_client, SendFilingLink.To(_case.Id, _case.Filings[0]), "send");
        var outcome = await OpenForm.AtAsync(_client, Outcome(0), "outcome");
        var before = await _desk.Given.FingerprintAsync();
        const string Sentence = "La data 9 marzo 2026 viene prima dell’atto, del 10 marzo 2026: non si può iscrivere un contratto non ancora firmato. Controlli la data.";

        (await send.SendAsync(("protocol", "A1/2026"), ("sent-on", "2026-03-09"))).Says(422, Sentence, "sent-on").Keeps("A1/2026", "value=\"2026-03-09\"");
        (await outcome.SendAsync(("outcome", "Entered"), ("on", "2026-03-09"), ("protocol", "A1/2026"))).Says(422, Sentence, "on").Keeps("A1/2026", "value=\"2026-03-09\"");

        Assert.Equal(before, await _desk.Given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_a_firm_that_is_no_signatory_then_its_registration_is_refused_by_name()
    {
        var open = await OpenForm.AtAsync(_client, Outcome(0), "outcome");
        var firm = await _desk.Given.ReadAsync(db => db.Filings.Where(f => f.Id == _case.Filings[0]).Select(f => f.ParticipantId!.Value).SingleAsync());
        await _desk.Given.WriteAsync(async db => (await db.Participants.SingleAsync(p => p.Id == firm)).Leave(new DateOnly(2026, 3, 18), "recesso"));
        var before = await _desk.Given.FingerprintAsync();
        const string Sentence = "Alfa 1 Srl non è fra i sottoscrittori originari del contratto: per lei non c’è una pratica da registrare. Controlli l’impresa.";

        (await PageAnswer.OfAsync(await _client.GetAsync(new Uri(Outcome(0), UriKind.Relative)))).Says(422, Sentence);
        (await open.SendAsync(("outcome", "Entered"), ("on", "2026-03-20"), ("words", "iscritta senza rilievi"))).Says(422, Sentence).Keeps("iscritta senza rilievi");

        Assert.Equal(before, await _desk.Given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_two_officers_on_one_filing_then_the_second_is_told_and_what_it_wrote_can_be_copied()
    {
        using var second = await _desk.ClientAsync(_desk.Given.Lecco);
        var hers = await OpenForm.AtAsync(_client, Outcome(0), "outcome");
        var his = await OpenForm.AtAsync(second, Outcome(0), "outcome");
        (await hers.SendAsync(("outcome", "Entered"), ("on", "2026-03-19"))).IsDone();
        var before = await _desk.Given.FingerprintAsync();

        var late = await his.SendAsync(("outcome", "Suspended"), ("on", "2026-03-20"), ("reason", "missing-power"), ("words", "manca la procura speciale"));

        late.Says(409, "La pagina è cambiata mentre scriveva").Says(409, "Questo passo è già stato fatto").Keeps("manca la procura speciale", $"href=\"{Outcome(0)}\"");
        Assert.Equal(before, await _desk.Given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_a_double_press_then_the_second_goes_on_like_the_first_and_records_nothing_new()
    {
        var form = await OpenForm.AtAsync(_client, Outcome(0), "outcome");
        (await form.SendAsync(("outcome", "Entered"), ("on", "2026-03-19"))).IsDone();
        var before = await _desk.Given.FingerprintAsync();

        (await form.SendAsync(("outcome", "Entered"), ("on", "2026-03-19"))).IsDone();

        Assert.Equal(before, await _desk.Given.FingerprintAsync());
    }

    private string Outcome(int filing) => RecordOutcomeLink.To(_case.Id, _case.Filings[filing]);
}

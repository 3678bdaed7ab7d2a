using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Firms;
using Networks.Web.Drafting.OpenApprovalRound;
using Networks.Web.Intake.AddFirm;
using Networks.Web.Intake.CompleteIntake;
using Networks.Web.Intake.OpenCase;
using Networks.Web.Tests.Support;
using Networks.Workflows.Intake.RemoveFirm;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.BadInput;

/// <summary>Mistakes about firms, from the phone call to the round.</summary>
public sealed class IntakeMistakesTests : IAsyncLifetime
{
    private const string Need = "un bisogno da non perdere";

    private DeskApp _desk = null!;
    private Given _given = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _given = _desk.Given;
        _client = await _desk.ClientAsync(_given.Lecco);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_wrong_check_digit_then_the_number_is_named_with_cause_and_cure()
    {
        var form = await OpenForm.AtAsync(_client, OpenCaseLink.To(), "open-case");
        var before = await _given.FingerprintAsync();

        var answer = await form.SendAsync(("firms", "12345678901"), ("need", Need));

        answer.Says(422, "«12345678901»: L’ultima cifra della partita IVA non torna con le altre: di solito è un errore di battitura. La ricontrolli cifra per cifra sulla visura.", "firms").Keeps(Need, "12345678901</textarea>");
        Assert.Equal(before, await _given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_a_firm_twice_then_it_is_named_and_one_that_is_there_already_too()
    {
        var alfa = await _given.FirmAsync(_given.Lecco, 1, "Alfa Meccanica Srl");
        var number = InventedIdentifiers.Vat(7);
        var form = await OpenForm.AtAsync(_client, OpenCaseLink.To(), "open-case");
        (await form.SendAsync(("firms", $"{number}\n{number}"), ("need", Need))).Says(422, $"«{number}» è scritta due volte. Ne tolga una.", "firms").Keeps(Need);
        var id = await _given.CaseAsync(alfa);
        var more = await OpenForm.AtAsync(_client, AddFirmLink.To(id.Value), "add-firm");
        var before = await _given.FingerprintAsync();

        var answer = await more.SendAsync(("firms", $"{InventedIdentifiers.Vat(1)}\n{number}"));

        answer.Says(409, $"«{InventedIdentifiers.Vat(1)}» è già in questa pratica. La tolga dall’elenco.", "firms").Keeps($"{number}</textarea>");
        Assert.Equal(before, await _given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_a_firm_without_register_entry_then_it_is_refused_with_the_reason_of_law_when_typed_and_before_drafting()
    {
        var alfa = await _given.FirmAsync(_given.Lecco, 1, "Alfa Meccanica Srl");
        var number = InventedIdentifiers.Vat(7);
        var typed = await (await OpenForm.AtAsync(_client, OpenCaseLink.To(), "open-case")).SendAsync(
            ("firms", number), ("need", Need), ($"name-{number}", "Fondazione Nuova"), ($"register-{number}", nameof(RegisterStatus.ReaOnly)));
        typed.Says(422, "Fondazione Nuova è iscritta solo al REA: associazioni e fondazioni non possono partecipare né essere impresa di riferimento. La tolga dalla rete.", "firms").Keeps(Need);

        var id = await _given.CaseAsync(alfa);
        var form = await OpenForm.AtAsync(_client, CompleteIntakeLink.To(id.Value), "complete-intake");
        await _given.WriteAsync(async db => (await db.Firms.SingleAsync(f => f.Id == alfa)).RegisterStatus = RegisterStatus.NotFound);
        var before = await _given.FingerprintAsync();

        (await form.SendAsync()).Says(409, "Alfa Meccanica Srl non risulta nel Registro delle Imprese: può partecipare solo chi è iscritto come imprenditore. Controlli partita IVA e visura, o la tolga dalla rete.");
        Assert.Equal(before, await _given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_one_firm_only_when_the_network_is_opened_then_it_is_told_and_goes_on()
    {
        await _given.FirmAsync(_given.Lecco, 9, "Sola Srl");
        var opened = (await (await OpenForm.AtAsync(_client, OpenCaseLink.To(), "open-case")).SendAsync(("firms", "Sola Srl"), ("need", Need))).IsDone();
        var shown = await PageAnswer.OfAsync(await _client.GetAsync(new Uri(opened.Message.Headers.Location!.OriginalString, UriKind.RelativeOrAbsolute)));
        shown.Says(200, "Per ora c’è una sola impresa: ne serviranno almeno due per il giro di approvazione.");
    }

    [Fact]
    public async Task Given_one_firm_left_then_the_round_is_refused_even_from_an_older_page()
    {
        var id = await _given.CaseInDraftingAsync();
        await _given.DraftAsync(id);
        var form = await OpenForm.AtAsync(_client, OpenApprovalRoundLink.To(id.Value), "open");
        await _given.DoneAsync(_given.Lecco, new RemoveFirm(id, await _given.ParticipantAsync(id, 2), "si ritira") { OperationId = Ids.New(_given.Clock) });
        var before = await _given.FingerprintAsync();

        var answer = await form.SendAsync(("kind", "Working"), ("lastDay", "2026-03-24"), ("message", "Buongiorno a tutti"), ("step", "send"));

        answer.Says(409, "Nella rete c'è una sola impresa confermata: per un contratto di rete ne servono almeno due. Aggiunga un'impresa, poi apra il giro.").Keeps("Buongiorno a tutti");
        Assert.Equal(before, await _given.FingerprintAsync());
    }
}

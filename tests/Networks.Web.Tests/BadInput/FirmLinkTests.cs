using Networks.Data;
using Networks.Data.Drafts;
using Networks.Web.Tests.Support;
using Networks.Workflows.Access;
using Networks.Workflows.Drafting.ReviseText;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.BadInput;

/// <summary>Links and codes of firms that no longer count, or never did.</summary>
public sealed class FirmLinkTests : IAsyncLifetime
{
    private const string Objection = "La quota di 5.000 euro è troppo alta";

    private DeskApp _desk = null!;
    private HttpClient _client = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _client = _desk.App.Client();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_an_expired_link_then_it_says_so_and_one_press_sends_a_fresh_one_to_the_known_address()
    {
        var link = await LinkAsync(await Given.CaseInRoundAsync());
        var open = await OpenForm.AtAsync(_client, link, "answer");
        Given.Clock.GoTo(Given.RoundLastDay.AddDays(40));

        var shown = await GetAsync(link);
        shown.Says(200, "Questo link è scaduto");
        var late = await open.SendAsync(("answer", "object"), ("objection", Objection), ("name", "Rappresentante Numero1"), ("step", "answer"));
        late.Says(409, "La pagina è cambiata mentre scriveva").Keeps(Objection);

        (await (await OpenForm.AtAsync(_client, link, "renew")).SendAsync()).IsDone();
    }

    [Fact]
    public async Task Given_a_replaced_link_then_the_open_form_is_refused_and_what_was_typed_can_be_copied()
    {
        var id = await Given.CaseInRoundAsync();
        var link = await LinkAsync(id);
        var open = await OpenForm.AtAsync(_client, link, "answer");
        await Given.DoneAsync(Given.Lecco, new ReviseText(id, "quota da rivedere") { OperationId = Ids.New(Given.Clock) });
        await Given.DraftAsync(id, "Un testo nuovo");
        await Given.DoneAsync(Given.Lecco, await Given.RoundOfAsync(id, RoundKind.Working));
        var before = await Given.FingerprintAsync();

        (await GetAsync(link)).Says(200, "Questo link è stato sostituito");
        var late = await open.SendAsync(("answer", "object"), ("objection", Objection), ("name", "Rappresentante Numero1"), ("step", "answer"));

        late.Says(409, "La pagina è cambiata mentre scriveva").Says(409, "Riapri la pagina").Keeps(Objection);
        Assert.Equal(before, await Given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_a_foreign_link_then_it_is_not_there_whatever_is_done_with_it()
    {
        var link = await LinkAsync(await Given.CaseInRoundAsync());
        var unknown = $"/f/{LinkToken.New()}";
        (await GetAsync(unknown)).Says(404, "Questa pagina non c'è");
        var form = await OpenForm.AtAsync(_client, link, "answer");
        var before = await Given.FingerprintAsync();

        var answer = await form.SendToAsync(unknown, ("answer", "approve"), ("name", "Rappresentante Numero1"), ("step", "answer"));

        answer.Says(404, "L'indirizzo non esiste");
        Assert.Equal(before, await Given.FingerprintAsync());
    }

    [Fact]
    public async Task Given_a_code_that_was_used_then_it_approves_nothing_a_second_time()
    {
        var id = await Given.CaseInRoundAsync(RoundKind.Final);
        var link = await LinkAsync(id);
        (string, string)[] yes = [("answer", "approve"), ("name", "Rappresentante Numero1")];
        await (await OpenForm.AtAsync(_client, link, "answer")).SendAsync([.. yes, ("step", "code")]);
        var code = await Given.CodeAsync(id, 1);
        (await (await OpenForm.AtAsync(_client, link, "answer")).SendAsync([.. yes, ("code", code), ("step", "answer")])).IsDone();

        (await (await OpenForm.AtAsync(_client, link, "answer")).SendAsync(("answer", "object"), ("objection", Objection), ("name", "Rappresentante Numero1"), ("step", "answer"))).IsDone();
        var again = await (await OpenForm.AtAsync(_client, link, "answer")).SendAsync([.. yes, ("code", code), ("step", "answer")]);

        again.Says(422, "Questo codice non vale più: è già stato usato, è scaduto o è stato provato troppe volte. Ne chieda uno nuovo con «Inviami il codice».", "code").Keeps("value=\"Rappresentante Numero1\"");
        Assert.Equal(FirmDecision.Objected, (await Given.RoundAsync(id)).AnswerOf(await Given.ParticipantAsync(id, 1))!.Decision);
    }

    [Fact]
    public async Task Given_a_code_older_than_ten_minutes_then_a_new_one_is_asked_for()
    {
        var id = await Given.CaseInRoundAsync(RoundKind.Final);
        var link = await LinkAsync(id);
        (string, string)[] yes = [("answer", "approve"), ("name", "Rappresentante Numero1")];
        await (await OpenForm.AtAsync(_client, link, "answer")).SendAsync([.. yes, ("step", "code")]);
        var code = await Given.CodeAsync(id, 1);
        Given.Clock.Advance(TimeSpan.FromMinutes(10));

        var late = await (await OpenForm.AtAsync(_client, link, "answer")).SendAsync([.. yes, ("code", code), ("step", "answer")]);

        late.Says(422, "Questo codice non vale più", null);
        Assert.Equal(FirmDecision.None, (await Given.RoundAsync(id)).AnswerOf(await Given.ParticipantAsync(id, 1))!.Decision);
    }

    private async Task<string> LinkAsync(CaseId id) => $"/f/{(await Given.FirmOpensAsync(id, 1)).Token}";

    private async Task<PageAnswer> GetAsync(string path) => await PageAnswer.OfAsync(await _client.GetAsync(new Uri(path, UriKind.Relative)));
}

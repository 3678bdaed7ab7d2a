using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Web.Casework.ShowCase;
using Networks.Web.Registration.ConfirmEffect;
using Networks.Web.Registration.RecordOutcome;
using Networks.Web.Registration.SendFiling;
using Networks.Web.Registration.ShowFilings;
using Networks.Web.Registration.ShowSheet;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Registration;

/// <summary>Filings that came from an import or from a table that has changed: a deed that is not there, an unknown chamber.</summary>
public sealed class OddFilingsTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
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
    public async Task Given_a_filing_without_a_deed_when_its_pages_are_opened_then_each_says_what_is_missing_and_the_others_go_on()
    {
        await _desk.Given.ReadAsync(db => db.Deeds.ExecuteDeleteAsync());
        await _desk.Given.ReadAsync(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.DeedOn, (DateOnly?)null)));
        const string Sentence = "Per questa rete non è registrato l’atto: senza la sua data nessuna pratica può essere inviata o iscritta. Lo registri nella pagina della firma, poi torni qui.";

        foreach (var page in new[] { Outcome, Send, Sheet })
        {
            (await GetAsync(page)).Says(409, Sentence);
        }

        Assert.Equal(409, (int)(await GetAsync($"{Sheet}.csv")).Status);
        await OpensAsync(ShowFilingsLink.To(_case.Id), ConfirmEffectLink.To(_case.Id), CaseLink.To(_case.Id.Value), "/");
    }

    [Fact]
    public async Task Given_a_chamber_that_the_table_does_not_know_when_the_pages_are_opened_then_its_code_stands_for_its_name()
    {
        await _desk.Given.ReadAsync(db => db.Filings.ExecuteUpdateAsync(set => set.SetProperty(f => f.ChamberCode, "lario-nuova")));

        foreach (var page in new[] { Outcome, Send, Sheet, $"{Sheet}.csv", ShowFilingsLink.To(_case.Id), CaseLink.To(_case.Id.Value) })
        {
            (await GetAsync(page)).Says(200, "lario-nuova");
        }

        await OpensAsync(ConfirmEffectLink.To(_case.Id), "/", "/networks");
        var answer = await (await OpenForm.AtAsync(_client, Outcome, "outcome")).SendAsync(("outcome", "Entered"), ("on", "2026-03-20"));
        answer.IsDone();
    }

    private string Outcome => RecordOutcomeLink.To(_case.Id, _case.Filings[0]);

    private string Send => SendFilingLink.To(_case.Id, _case.Filings[0]);

    private string Sheet => ShowSheetLink.To(_case.Id, _case.Filings[0]);

    private async Task OpensAsync(params string[] pages)
    {
        foreach (var page in pages)
        {
            Assert.Equal((200, page), ((int)(await GetAsync(page)).Status, page));
        }
    }

    private async Task<PageAnswer> GetAsync(string page) => await PageAnswer.OfAsync(await _client.GetAsync(new Uri(page, UriKind.Relative)));
}

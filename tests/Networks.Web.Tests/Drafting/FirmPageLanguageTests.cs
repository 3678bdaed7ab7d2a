using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Drafts;
using Networks.Web.Tests.Screens;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Drafting;

/// <summary>The firm's own choice, then its browser's, then the language in which the desk writes to it.</summary>
public sealed class FirmPageLanguageTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private HttpClient _client = null!;

    private Given Given => _desk.Given;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _client = _desk.App.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_french_firm_when_its_browser_asks_for_no_language_then_mail_and_page_are_french()
    {
        var id = await FrenchRoundAsync();
        var mail = await Given.MailAsync(id, 1);

        var answer = await _client.GetAsync(await LinkAsync(id));

        Assert.Contains("Bonjour", mail.Body, StringComparison.Ordinal);
        Assert.Equal("fr-FR", Assert.Single(answer.Content.Headers.ContentLanguage));
        Assert.Empty(Spoken.Faults(await answer.Content.ReadAsStringAsync(), Words.French));
    }

    [Theory]
    [InlineData("it-IT,it;q=0.9")]
    [InlineData("en-US")]
    [InlineData("fr-BE,en;q=0.5")]
    public async Task Given_a_french_firm_when_its_browser_asks_for_a_language_then_the_page_speaks_that_one(string asked)
    {
        var link = await LinkAsync(await FrenchRoundAsync());
        _client.DefaultRequestHeaders.Add("Accept-Language", asked);

        var html = await _client.GetStringAsync(link);

        Assert.Empty(Spoken.Faults(html, Words.Languages.Single(l => asked.StartsWith(l.TwoLetterISOLanguageName, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Given_a_browser_that_asks_for_a_language_we_lack_then_the_page_speaks_the_firms()
    {
        var link = await LinkAsync(await FrenchRoundAsync());
        _client.DefaultRequestHeaders.Add("Accept-Language", "el-GR");

        Assert.Empty(Spoken.Faults(await _client.GetStringAsync(link), Words.French));
    }

    [Fact]
    public async Task Given_a_french_firm_when_it_chooses_english_then_the_page_stays_english()
    {
        var link = await LinkAsync(await FrenchRoundAsync());
        await _client.PostFormAsync(link.OriginalString, "action=\"/language\"", "/language", ("language", "en"), ("return", link.OriginalString));

        Assert.Empty(Spoken.Faults(await _client.GetStringAsync(link), Words.English));
    }

    private async Task<CaseId> FrenchRoundAsync()
    {
        var id = await Given.CaseInDraftingAsync(2);
        await Given.DraftAsync(id);
        await Given.WriteAsync(async db =>
        {
            var firm = await db.Participants.Where(p => p.CaseId == id && p.Order == 1).Select(p => p.FirmId).SingleAsync();
            (await db.Firms.SingleAsync(f => f.Id == firm)).Language = "fr";
        });
        await Given.DoneAsync(Given.Lecco, await Given.RoundOfAsync(id, RoundKind.Working));
        return id;
    }

    private async Task<Uri> LinkAsync(CaseId id) => new($"/f/{(await Given.FirmOpensAsync(id, 1)).Token}", UriKind.Relative);
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.EnterpriseNetworks;
using Networks.Web.Signing.RecordDeed;
using Networks.Web.Signing.ShowSigning;
using Networks.Web.Signing.UploadSigned;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Signing;

public sealed class SigningPagesTests(Signers signers) : IClassFixture<Signers>, IAsyncLifetime
{
    private DeskApp _desk = null!;
    private SigningCase _case = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton(signers.Trust));
        _case = await _desk.Given.CaseInSigningAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_a_signed_file_when_it_is_brought_then_the_page_says_for_whom_it_counts()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await UploadAsync(client, ("firmato.p7m", signers.Sign(1)));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await GetAsync(client, ShowSigningLink.To(_case.Id));
        Assert.Contains("in firma, 1 di 4", page, StringComparison.Ordinal);
        Assert.Contains("Firma registrata per Alfa 1 Srl.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_signing_has_just_opened_then_today_offers_each_desk_to_bring_the_signed_files_of_its_firms()
    {
        using var lecco = await _desk.ClientAsync(_desk.Given.Lecco);
        using var como = await _desk.ClientAsync(_desk.Given.Como);

        var today = await GetAsync(lecco, "/");

        Assert.Contains("2 imprese devono ancora firmare l'atto.", today, StringComparison.Ordinal);
        Assert.Contains("Carica i firmati", today, StringComparison.Ordinal);
        Assert.Contains($"href=\"{UploadSignedLink.To(_case.Id)}\"", today, StringComparison.Ordinal);
        var todayOfComo = await GetAsync(como, "/");
        Assert.Contains("Alfa 3 Srl deve ancora firmare l'atto.", todayOfComo, StringComparison.Ordinal);
        Assert.Contains("Carica il firmato", todayOfComo, StringComparison.Ordinal);
        await UploadAsync(lecco, ("due.p7m", signers.Sign(1, 2)));
        Assert.DoesNotContain("Carica i firmati", await GetAsync(lecco, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_wrong_file_among_good_ones_when_they_are_brought_then_422_says_why_and_the_good_one_counts()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await UploadAsync(client, ("buono.p7m", signers.Sign(1)), ("altro.p7m", signers.SignOther("altro"u8.ToArray(), 2)));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["signing.file-blocked"], Html.Codes(page));
        Assert.Contains("altro.p7m: Firma non valida. È stato firmato un documento diverso", page, StringComparison.Ordinal);
        Assert.Contains("buono.p7m: firma valida per Alfa 1 Srl.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_file_over_the_limit_when_it_is_brought_then_413_says_the_limit()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        var answer = await UploadAsync(client, ("grande.p7m", new byte[(20 * 1024 * 1024) + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(["common.file-too-large"], Html.Codes(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Given_a_co_desk_when_it_opens_the_deed_then_it_may_not()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Como);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(ShowSigningLink.To(_case.Id), UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostFormAsync(UploadSignedLink.To(_case.Id), "id=\"form-upload\"", RecordDeedLink.To(_case.Id))).StatusCode);
    }

    [Fact]
    public async Task Given_nothing_to_bring_or_to_record_when_the_page_is_opened_then_it_says_why_instead_of_asking()
    {
        using var lecco = await _desk.ClientAsync(_desk.Given.Lecco);
        using var como = await _desk.ClientAsync(_desk.Given.Como);
        await UploadAsync(como, ("tre.p7m", signers.Sign(3)));

        var deed = await GetAsync(lecco, RecordDeedLink.To(_case.Id));
        var upload = await GetAsync(como, UploadSignedLink.To(_case.Id));

        Assert.Contains("non c’è un atto del notaio da registrare", deed, StringComparison.Ordinal);
        Assert.Contains("Non attende firme dalle Sue imprese", upload, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"file\"", deed + upload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it-IT", "in firma, 0 di 4")]
    [InlineData("en-GB", "signing, 0 of 4")]
    [InlineData("fr-FR", "en signature, 0 sur 4")]
    public async Task Given_a_language_then_the_page_is_written_in_it(string language, string title)
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        await _desk.SpeakAsync(_desk.Given.Lecco, language);

        var page = await GetAsync(client, ShowSigningLink.To(_case.Id));

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.DoesNotContain("[signing-pages.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Given_a_browser_then_the_pages_of_signing_are_accessible(int width)
    {
        using (var client = await _desk.ClientAsync(_desk.Given.Lecco))
        {
            await UploadAsync(client, ("buono.p7m", signers.Sign(1)), ("scansione.pdf", [.. Given.FrozenPdf, .. "x"u8]), ("altro.p7m", signers.Sign(7)));
        }

        var page = await _desk.PageAsync(_desk.Given.Lecco, width);
        await page.GotoAsync(ShowSigningLink.To(_case.Id));
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"signing-{width}");
        await page.GotoAsync(UploadSignedLink.To(_case.Id));
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"signing-upload-{width}");
        await page.GotoAsync(ShowSigningLink.To(_case.Id));
        await page.LeaveAsync(() => page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Decidi" }).ClickAsync());
        await page.AssertAccessibleAsync();
        await page.PictureAsync($"signing-decide-{width}");
    }

    [Fact]
    public async Task Given_a_notarial_network_when_the_deed_is_recorded_without_the_tick_then_it_is_asked_for()
    {
        await using var desk = await DeskApp.StartAsync();
        var notarial = await desk.Given.CaseInSigningAsync(NetworkKind.LegalEntity, SignatureForm.NotarialDeed);
        var page = await desk.PageAsync(desk.Given.Lecco);
        await page.GotoAsync(ShowSigningLink.To(notarial.Id));
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Registra l’atto" }).ClickAsync();
        await page.FillAsync("[name=date]", "2026-03-10");
        await page.FillAsync("[name=notary]", "Notaio Prova");
        await page.FillAsync("[name=repertorio]", "1234");
        await page.SetInputFilesAsync("[name=file]", new Microsoft.Playwright.FilePayload { Name = "atto.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 atto"u8.ToArray() });
        await page.AssertAccessibleAsync();
        await page.PictureAsync("deed-1280");

        await page.LeaveAsync(() => page.ClickAsync("button.primary"));

        Assert.Equal(["signing.text-not-confirmed"], Html.Codes(await page.ContentAsync()));
        Assert.Equal("Notaio Prova", await page.InputValueAsync("[name=notary]"));
    }

    private Task<HttpResponseMessage> UploadAsync(HttpClient client, params (string Name, byte[] Bytes)[] files) =>
        client.PostFilesAsync(UploadSignedLink.To(_case.Id), "upload", "files", files);

    private static async Task<string> GetAsync(HttpClient client, string address) =>
        WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Administration;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;
using Networks.Workflows.Administration;
using Networks.Workflows.Administration.Exports;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Administration;

/// <summary>Pages of the administration as a browser without script uses them.</summary>
public sealed class AdministrationPagesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private HttpClient _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        var officer = await _desk.Given.WatcherAsync(OfficerRoles.Administrator);
        await DeskApp.AccountAsync(_desk.App, officer);
        _administrator = await _desk.ClientAsync(officer);
    }

    public async ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_closing_days_when_they_are_added_and_taken_back_then_each_is_shown_before_it_is_done()
    {
        (string, string)[] typed = [("owner", new ClosingOwner(_desk.Given.Lecco.AssociationId, null).Word), ("kind", nameof(ClosingKind.Closed)), ("name", "Trasloco"), ("from", "2026-03-12"), ("until", "2026-03-13")];
        var looked = await _administrator.PostFormAsync("/calendars", "preview", typed);
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        Assert.Equal(0, await ClosingsAsync());

        var shown = await looked.Content.ReadAsStringAsync();
        Assert.Contains("form-add", shown, StringComparison.Ordinal);
        var added = await ConfirmAsync("/calendars", shown, "add");
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Equal(1, await ClosingsAsync());

        var closing = await _desk.Given.ReadAsync(db => db.ClosingDays.Select(d => d.Id).SingleAsync());
        var page = $"/calendars?remove={closing}";
        Assert.Contains("Trasloco", await _administrator.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(1, await ClosingsAsync());
        Assert.Equal(HttpStatusCode.Found, (await _administrator.PostFormAsync(page, "end")).StatusCode);
        Assert.Equal(0, await ClosingsAsync());
    }

    [Fact]
    public async Task Given_another_name_of_the_programme_when_it_is_looked_at_and_confirmed_then_only_the_second_changes_it()
    {
        var looked = await _administrator.PostFormAsync("/programmes", "edit", ("name", "Punto Alleanze Nuovo"), ("territory", "Lombardia"));
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        Assert.Equal("Punto Alleanze Lombardia", await NameAsync());

        var done = await ConfirmAsync("/programmes", await looked.Content.ReadAsStringAsync(), "confirm");

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal("Punto Alleanze Nuovo", await NameAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _administrator.PostFormAsync("/programmes", "edit", ("name", ""))).StatusCode);
    }

    [Fact]
    public async Task Given_an_export_when_it_is_asked_for_and_made_then_it_is_downloaded_also_from_its_middle()
    {
        Assert.Equal(HttpStatusCode.Found, (await _administrator.PostFormAsync("/exports", "ask")).StatusCode);
        Assert.Contains("<progress", await _administrator.GetStringAsync(new Uri("/exports", UriKind.Relative)), StringComparison.Ordinal);
        await _desk.App.Services.GetRequiredService<ExportSweep>().RunAsync(default);
        var export = await _desk.Given.ReadAsync(db => db.HoldingsExports.SingleAsync());

        var whole = await _administrator.GetByteArrayAsync(new Uri($"/exports/{export.Id}.zip", UriKind.Relative));
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/exports/{export.Id}.zip");
        asked.Headers.Range = new(whole.Length - 10, null);
        using var rest = await _administrator.SendAsync(asked);

        Assert.Equal(export.SizeBytes, whole.Length);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[^10..], await rest.Content.ReadAsByteArrayAsync());
        using var desk = await _desk.ClientAsync(_desk.Given.Lecco);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(new Uri($"/exports/{export.Id}.zip", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_a_firm_when_its_desk_opens_its_data_then_the_copy_comes_as_a_file_and_a_question_is_noted_with_its_day()
    {
        var firm = await _desk.Given.FirmAsync(_desk.Given.Lecco, 1);
        using var desk = await _desk.ClientAsync(_desk.Given.Lecco);
        var page = $"/firms/{firm.Value}/data";

        Assert.Equal(HttpStatusCode.Found, (await desk.PostFormAsync(page, "ask", ("kind", "Copy"), ("asked", "2026-03-10"))).StatusCode);
        Assert.Contains("2026-04-10", await desk.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        var file = await desk.GetAsync(new Uri($"{page}.zip", UriKind.Relative));
        Assert.Equal(("application/zip", true), (file.Content.Headers.ContentType?.MediaType, file.Headers.CacheControl?.NoStore));
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(new Uri("/account/data.zip", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PostFormAsync(page, "erase")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await desk.PostFormAsync(page, "erase", ("seen", "yes"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
    }

    private Task<int> ClosingsAsync() => _desk.Given.ReadAsync(db => db.ClosingDays.CountAsync(d => d.EndedAt == null));

    private Task<string> NameAsync() => _desk.Given.ReadAsync(db => db.Programmes.Where(p => p.Code == "PAL").Select(p => p.Name).SingleAsync());

    /// <summary>Presses the button of a panel that another answer has shown.</summary>
    private async Task<HttpResponseMessage> ConfirmAsync(string page, string shown, string form)
    {
        using var content = new FormUrlEncodedContent(Html.HiddenFields(shown, form).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _administrator.PostAsync(new Uri(page, UriKind.Relative), content);
    }
}

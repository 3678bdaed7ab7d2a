using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Officers;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Mail;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Casework;

/// <summary>The lists as files, read back as a spreadsheet reads them.</summary>
public sealed class ListFilesTests : IAsyncLifetime
{
    private const string Formula = "=1+1 Srl";

    private DeskApp _desk = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IMailTransport, KeptMailTransport>());
        _client = await _desk.ClientAsync(_desk.Given.Lecco);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_the_list_of_networks_then_both_files_have_its_rows_its_filters_and_the_day()
    {
        var running = await _desk.Given.RunningCaseAsync();
        await _desk.Given.WriteAsync(async db => (await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == running.Id)).Name = Formula);

        var csv = await CsvAsync(_client, "/networks", "?phase=Intake");
        var book = await BookAsync(_client, "/networks", "?phase=Intake");

        Assert.Contains("Fase Raccolta", csv[1], StringComparison.Ordinal);
        Assert.Contains("10 marzo 2026", csv[1], StringComparison.Ordinal);
        Assert.Contains("numero;rete;desk;fase;stato;imprese;aperta il;efficace dal;prossima scadenza", csv);
        Assert.Contains(csv, l => l.StartsWith("N-2026-0001;'=1+1 Srl;Desk di Lecco;Raccolta;In corso;2;2026-03-10;", StringComparison.Ordinal));
        Assert.Contains(book, r => r is ["numero", "rete", "desk", ..]);
        Assert.Contains(book, r => r is ["N-2026-0001", Formula, "Desk di Lecco", ..]);
        Assert.DoesNotContain(await BookAsync(_client, "/networks", "?status=InEffect"), r => r.Contains(Formula));
        Assert.Contains("/networks.xlsx?phase=Intake", WebUtility.HtmlDecode(await _client.GetStringAsync(new Uri("/networks?phase=Intake", UriKind.Relative))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_register_then_both_files_have_its_rows_and_the_other_desk_reads_none_of_them()
    {
        await _desk.Given.FirmAsync(_desk.Given.Lecco, 1, Formula);
        using var como = await _desk.ClientAsync(_desk.Given.Como);

        var csv = await CsvAsync(_client, "/firms");
        var book = await BookAsync(_client, "/firms");

        Assert.Contains(csv, l => l.StartsWith("Impresa;Codice fiscale;Attività;Provincia", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("'=1+1 Srl;", StringComparison.Ordinal));
        Assert.Contains(book, r => r is [Formula, ..]);
        Assert.DoesNotContain(await BookAsync(como, "/firms"), r => r.Contains(Formula));
        Assert.Contains("Province (sigle) LC", (await CsvAsync(_client, "/firms", "?province=lc"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_leads_list_then_both_files_have_its_rows_without_the_name_of_a_network_before_its_effect()
    {
        var running = await _desk.Given.RunningCaseAsync();
        await _desk.Given.WriteAsync(async db => (await db.EnterpriseNetworks.SingleAsync(n => n.CaseId == running.Id)).Name = Formula);
        var lead = await _desk.Given.WatcherAsync(OfficerRoles.Lead);
        await DeskApp.AccountAsync(_desk.App, lead);
        await _desk.Given.WriteAsync(async db => (await db.Associations.SingleAsync(a => a.Id == _desk.Given.Lecco.AssociationId)).DeskName = "=Desk");
        using var client = await _desk.ClientAsync(lead);

        var csv = await CsvAsync(client, "/region/networks");
        var book = await BookAsync(client, "/region/networks");

        Assert.Contains(csv, l => l.StartsWith("Numero;Rete;", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("N-2026-0001;;'=Desk;Raccolta;", StringComparison.Ordinal));
        Assert.Contains(book, r => r is ["N-2026-0001", "", "=Desk", ..]);
        Assert.DoesNotContain(book, r => r.Contains(Formula));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri("/region/networks.csv", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_a_history_then_both_files_have_all_of_it_and_a_foreign_desk_reads_what_it_reads_of_none()
    {
        var running = await _desk.Given.RunningCaseAsync();
        await _desk.Given.WriteAsync(async db => (await db.Officers.SingleAsync(o => o.Id == _desk.Given.Lecco.Id)).FullName = Formula);
        await _desk.Given.NoteAsync(running.Id);
        using var monza = await _desk.ClientAsync(_desk.Given.Monza);
        var list = $"/networks/{running.Id.Value}/history";

        var csv = await CsvAsync(_client, list);
        var book = await BookAsync(_client, list);

        Assert.Contains("Numero;Avvenuto il;Saputo il;Che cosa;Chi;Desk;Giorno corretto;Corregge il numero", csv);
        Assert.Contains(csv, l => l.Contains(";'=1+1 Srl;Desk di Lecco;", StringComparison.Ordinal));
        Assert.Contains(book, r => r.Length == 8 && r[4] == Formula && r[3].Contains("come si divide il fondo", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("1;", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await monza.GetAsync(new Uri($"{list}.csv", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await monza.GetAsync(new Uri($"/networks/{Guid.Empty}/history.csv", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_introductions_then_both_files_have_them_for_the_desks_between_which_they_are()
    {
        var running = await _desk.Given.RunningCaseAsync();
        var firm = await _desk.Given.FirmAsync(_desk.Given.Como, 5, Formula);
        await _desk.Given.WriteAsync(db =>
        {
            db.Add(new Introduction(Ids.New(_desk.Given.Clock), running.Id, firm, _desk.Given.Lecco.AssociationId, _desk.Given.Como.AssociationId, new DateOnly(2026, 3, 9)) { LastDay = new DateOnly(2026, 4, 9), Message = "Ci conosciamo?", Card = "28 xcit0" });
            return Task.CompletedTask;
        });
        using var como = await _desk.ClientAsync(_desk.Given.Como);
        using var monza = await _desk.ClientAsync(_desk.Given.Monza);

        Assert.Contains(await CsvAsync(como, "/introductions"), l => l.StartsWith("Ricevute;'=1+1 Srl;", StringComparison.Ordinal));
        Assert.Contains(await BookAsync(como, "/introductions"), r => r is ["Ricevute", Formula, ..]);
        Assert.Contains(await BookAsync(_client, "/introductions"), r => r is ["Chieste da noi", ..] && !r.Contains(Formula));
        Assert.Contains(await BookAsync(monza, "/introductions"), r => r is ["Verso", "Impresa", ..]);
        Assert.DoesNotContain(await CsvAsync(monza, "/introductions"), l => l.Contains("1+1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_people_then_both_files_have_them_with_their_access_for_the_administrator_alone()
    {
        await _desk.Given.WriteAsync(async db => (await db.Officers.SingleAsync(o => o.Id == _desk.Given.Monza.Id)).FullName = Formula);
        var administrator = await _desk.Given.WatcherAsync(OfficerRoles.Administrator);
        await DeskApp.AccountAsync(_desk.App, administrator);
        using var client = await _desk.ClientAsync(administrator);

        Assert.Contains(await CsvAsync(client, "/people"), l => l.StartsWith("'=1+1 Srl;", StringComparison.Ordinal) && l.Contains("Desk di Monza", StringComparison.Ordinal));
        Assert.Contains(await BookAsync(client, "/people"), r => r is [Formula, _, _, "Desk di Monza", ..]);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(new Uri("/people.xlsx", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Given_the_outbox_of_the_demo_then_both_files_have_its_mails()
    {
        var running = await _desk.Given.RunningCaseAsync();
        await _desk.Given.QueuedMailAsync(running.Id, running.Own, Formula);

        Assert.Contains(await CsvAsync(_client, "/outbox"), l => l.Contains(";'=1+1 Srl;", StringComparison.Ordinal));
        Assert.Contains(await BookAsync(_client, "/outbox"), r => r is [_, _, Formula, _]);
        Assert.Contains(await BookAsync(_client, "/outbox"), r => r is ["Scritta il", "A", "Oggetto", "Stato"]);
    }

    [Theory]
    [InlineData("en", "Firm;Tax code;")]
    [InlineData("fr", "Entreprise;Code fiscal;")]
    public async Task Given_another_language_then_every_file_speaks_it(string language, string heads)
    {
        await _client.PostFormAsync("/", "language", "/language", ("language", language));

        Assert.Contains(await CsvAsync(_client, "/firms"), l => l.StartsWith(heads, StringComparison.Ordinal));
        foreach (var list in new[] { "/networks", "/introductions", "/outbox" })
        {
            Assert.DoesNotMatch(@"\[[a-z-]+\.[A-Za-z-]+\]", string.Join('\n', await CsvAsync(_client, list)));
        }
    }

    private static async Task<string[]> CsvAsync(HttpClient client, string list, string query = "")
    {
        using var answer = await client.GetAsync(new Uri($"{list}.csv{query}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.EndsWith("-2026-03-10.csv", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        return Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
    }

    /// <summary>Rows of the first sheet; fails on a formula, and on a text that an editor would make one.</summary>
    private static async Task<List<string[]>> BookAsync(HttpClient client, string list, string query = "")
    {
        using var answer = await client.GetAsync(new Uri($"{list}.xlsx{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith("-2026-03-10.xlsx", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        using var book = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        var sheet = Assert.Single(book.WorkbookPart!.WorksheetParts).Worksheet;
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.All(sheet.Descendants<Cell>().Where(c => c.InnerText.StartsWith('=')), c => Assert.True(c.DataType!.Value == CellValues.InlineString && formats[(int)c.StyleIndex!.Value].QuotePrefix!.Value));
        return [.. sheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())];
    }
}

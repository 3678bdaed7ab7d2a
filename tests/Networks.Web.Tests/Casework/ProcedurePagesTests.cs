using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;
using Networks.Workflows.Engine;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Casework;

/// <summary>Where a network stands in its procedure, and moving it to a newer version, alone and in groups.</summary>
public sealed partial class ProcedurePagesTests : IAsyncLifetime
{
    private DeskApp _desk = null!;
    private CaseId _case;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton(new ProcessStart("form-network", 2, new DateOnly(2026, 3, 11))));
        _case = (await _desk.Given.CaseInSigningAsync()).Id;
        _desk.Given.Clock.GoTo(new DateOnly(2026, 3, 11));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Given_a_running_network_then_its_page_has_picture_sentence_and_table_and_stays_light()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);

        Assert.Contains($"/networks/{_case.Value}/procedure", await client.GetStringAsync(Address($"/networks/{_case.Value}")), StringComparison.Ordinal);
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(Address($"{Procedure}")));

        Assert.Contains("<h1>Rete Prova: procedura «Formazione della rete», versione 1</h1>", html, StringComparison.Ordinal);
        Assert.Contains("In corso: «Firmare e caricare».", html, StringComparison.Ordinal);
        Assert.Contains("Passa alla versione 2…", html, StringComparison.Ordinal);
        Assert.Contains("class=\"procedure\"", html, StringComparison.Ordinal);
        Assert.Matches("Firmare e caricare</th>.*in corso, 0 di 4.*entro il 24 marzo 2026", html.ReplaceLineEndings(" "));
        Assert.True(Encoding.UTF8.GetByteCount(html) < 100_000, $"{Encoding.UTF8.GetByteCount(html)} bytes");
    }

    [Fact]
    public async Task Given_the_files_of_the_picture_then_they_are_downloads_and_foreign_desks_do_not_get_them()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Como);

        var svg = await client.GetAsync(Address($"{Procedure}.svg"));
        var bpmn = await client.GetAsync(Address($"{Procedure}.bpmn"));

        Assert.Equal(("image/svg+xml", "attachment"), (svg.Content.Headers.ContentType?.MediaType, svg.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("svg", XElement.Parse(await svg.Content.ReadAsStringAsync()).Name.LocalName);
        Assert.Equal("N-2026-0001-form-network-v1.bpmn", bpmn.Content.Headers.ContentDisposition?.FileName);
        await _desk.Given.ReadAsync(db => db.Participants.Where(p => p.DeskId == _desk.Given.Monza.AssociationId).ExecuteDeleteAsync());
        using var foreign = await _desk.ClientAsync(_desk.Given.Monza);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(Address($"{Procedure}.svg"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.GetAsync(Address(Procedure))).StatusCode);
    }

    [Fact]
    public async Task Given_the_trial_of_a_move_when_it_is_confirmed_then_exactly_that_is_done_and_it_can_be_taken_back()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        var trial = WebUtility.HtmlDecode(await client.GetStringAsync(Address(Move)));
        Assert.Contains("Resta com'è, con il suo termine: «Firmare e caricare» (Alfa 1 Srl, Alfa 2 Srl, Alfa 3 Srl, Alfa 4 Srl).", trial, StringComparison.Ordinal);
        Assert.Contains("Si aggiunge più avanti: «Scegliere l'impresa di riferimento».", trial, StringComparison.Ordinal);
        Assert.Contains("Nessuna mail parte.", trial, StringComparison.Ordinal);

        var moved = await client.PostFormAsync(Move, "move");

        Assert.Equal(HttpStatusCode.Found, moved.StatusCode);
        Assert.Equal(2, await VersionAsync());
        Assert.Contains("si può ancora tornare alla versione di prima", WebUtility.HtmlDecode(await client.GetStringAsync(Address(Move))), StringComparison.Ordinal);

        await client.PostFormAsync(Move, "take-back");
        Assert.Equal(1, await VersionAsync());
        Assert.Contains("Passaggio annullato", WebUtility.HtmlDecode(await client.GetStringAsync(Address($"/networks/{_case.Value}/history"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_trial_when_the_network_changes_before_it_is_confirmed_then_409_says_so_and_nothing_is_moved()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        var trial = await client.GetStringAsync(Address(Move));
        await client.PostFormAsync($"/networks/{_case.Value}/note", "note", ("channel", "Call"), ("outcome", "agrees"), ("text", "tutto bene"));

        using var form = new FormUrlEncodedContent(Html.HiddenFields(trial, "move").Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var stale = await client.PostAsync(Address(Move), form);

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal(["moving.stale"], Html.Codes(await stale.Content.ReadAsStringAsync()));
        Assert.Equal(1, await VersionAsync());
    }

    [Fact]
    public async Task Given_a_moved_network_when_something_was_done_since_then_going_back_is_refused_with_what_it_was()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Lecco);
        await client.PostFormAsync(Move, "move");
        await _desk.Given.EngineAsync(_case, (engine, @case) => engine.CompleteAsync(@case, "upload-signed", null, "signed", default));

        var html = WebUtility.HtmlDecode(await client.GetStringAsync(Address(Move)));

        Assert.Contains("data-code=\"moving.gone-on\"", html, StringComparison.Ordinal);
        Assert.Contains("la procedura è andata avanti («Firmare e caricare», 11 marzo 2026)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_co_desk_then_it_sees_the_picture_and_may_not_move()
    {
        using var client = await _desk.ClientAsync(_desk.Given.Como);

        Assert.DoesNotContain("procedure/move", await client.GetStringAsync(Address(Procedure)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(Address(Move))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(Address("/procedures/move"))).StatusCode);
    }

    [Fact]
    public async Task Given_the_administrator_when_a_group_is_ticked_then_it_is_moved_without_a_name_being_shown()
    {
        using var client = await AdministratorAsync();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Address("/procedures/move")));
        Assert.Contains("1 di 1 reti in corso seguono una versione precedente.", page, StringComparison.Ordinal);
        Assert.Contains("N-2026-0001 · Desk di Lecco", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alfa", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rete Prova", page, StringComparison.Ordinal);

        var none = await client.PostFormAsync("/procedures/move", "move-group");
        Assert.Equal(["procedure-pages.none-chosen"], Html.Codes(await none.Content.ReadAsStringAsync()));
        var moved = await client.PostFormAsync("/procedures/move", "move-group", ("case", Ticked(page)));

        Assert.Equal(HttpStatusCode.Found, moved.StatusCode);
        Assert.Equal(2, await VersionAsync());
        Assert.Contains("seguono la versione 2", WebUtility.HtmlDecode(await client.GetStringAsync(Address("/procedures/move"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_group_in_which_one_changed_meanwhile_then_that_one_is_named_with_the_reason_and_stays()
    {
        using var client = await AdministratorAsync();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(Address("/procedures/move")));
        await _desk.Given.ReadAsync(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1)));

        var answer = await client.PostFormAsync("/procedures/move", "move-group", ("case", Ticked(page)));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Spostate 0 reti su 1.", html, StringComparison.Ordinal);
        Assert.Contains("N-2026-0001: Nel frattempo la pratica è cambiata", html, StringComparison.Ordinal);
        Assert.Equal(1, await VersionAsync());
    }

    private string Procedure => $"/networks/{_case.Value}/procedure";

    private string Move => $"{Procedure}/move";

    private Task<int> VersionAsync() => _desk.Given.ReadAsync(db => db.Processes.Where(p => p.CaseId == _case).Select(p => p.Version).SingleAsync());

    private async Task<HttpClient> AdministratorAsync()
    {
        var officer = new Officer(OfficerId.New(_desk.Given.Clock), _desk.Given.Monza.AssociationId, "Sara Prova", "sara.prova@mail.example", OfficerRoles.Administrator);
        await _desk.Given.WriteAsync(db =>
        {
            db.Add(officer);
            return Task.CompletedTask;
        });
        await DeskApp.AccountAsync(_desk.App, officer);
        return await _desk.ClientAsync(officer);
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static string Ticked(string html) => TickField().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"case\" value=\"([^\"]+)\"")]
    private static partial Regex TickField();
}

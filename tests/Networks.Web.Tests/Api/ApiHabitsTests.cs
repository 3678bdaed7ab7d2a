using System.Net;
using System.Text.Json.Nodes;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Officers;
using Networks.Web.Api;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.RevokeToken;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Api;

/// <summary>What holds for every endpoint: who comes in, what a "no" looks like, once however often, nothing overwritten unseen.</summary>
public sealed class ApiHabitsTests : IAsyncLifetime
{
    private const string networks = "/api/v1/networks";

    private static readonly string _firm = $"Alfa Srl {InventedIdentifiers.Vat(1)}";

    private DeskApp _desk = null!;
    private ApiClient _lecco = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskApp.StartAsync();
        _lecco = await _desk.ProgramAsync(_desk.Given.Lecco);
    }

    public async ValueTask DisposeAsync()
    {
        _lecco.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Given_no_token_or_one_that_does_not_work_then_nobody_comes_in()
    {
        using var nobody = new ApiClient(_desk.App.Address, null);
        using var stranger = new ApiClient(_desk.App.Address, "sconosciuta");

        Assert.Equal((HttpStatusCode.Unauthorized, "api.token-missing"), Told(await nobody.GetAsync(networks)));
        Assert.Equal((HttpStatusCode.Unauthorized, "api.token-unknown"), Told(await stranger.GetAsync(networks)));
        _desk.Given.Clock.GoTo(new DateOnly(2027, 1, 1));
        Assert.Equal((HttpStatusCode.Unauthorized, "api.token-unknown"), Told(await _lecco.GetAsync(networks)));
    }

    [Fact]
    public async Task Given_a_session_of_the_pages_then_it_opens_nothing_of_the_interface()
    {
        using var session = await _desk.ClientAsync(_desk.Given.Lecco);
        using var answer = await session.GetAsync(new Uri(networks, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Given_a_token_when_it_is_revoked_or_its_person_loses_access_then_it_ends_at_once()
    {
        var como = _desk.Given.Como;
        using var program = await _desk.ProgramAsync(como);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(networks)).Status);
        await _desk.Given.WriteAsync(async db => (await db.FindAsync<Officer>(como.Id))!.IsDisabled = true);
        Assert.Equal("api.token-unknown", (await program.GetAsync(networks)).Code);

        var token = await _desk.Given.ReadAsync(db => Task.FromResult(db.ApiTokens.Single(t => t.OfficerId == _desk.Given.Lecco.Id)));
        Assert.Null(token.LastUsedAt);
        await _lecco.GetAsync(networks);
        Assert.Equal(_desk.Given.Clock.GetUtcNow(), await _desk.Given.ReadAsync(db => Task.FromResult(db.ApiTokens.Single(t => t.Id == token.Id).LastUsedAt)));
        var administrator = Actor.Person(_desk.Given.Lecco.Id, _desk.Given.Lecco.AssociationId, OfficerRoles.Administrator);
        Assert.True((await _desk.Given.SendAsAsync(administrator, new RevokeToken(Ids.New(_desk.Given.Clock), token.Id))).Ok);
        Assert.Equal("api.token-unknown", (await _lecco.GetAsync(networks)).Code);
    }

    [Fact]
    public async Task Given_a_token_without_the_scope_then_it_is_told_which_one_is_missing()
    {
        using var reader = await _desk.ProgramAsync(_desk.Given.Lecco, ApiScopes.NetworksRead);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(networks)).Status);

        var reply = await reader.PostAsync(networks, new { need = "verniciatura", firms = "Alfa Srl" });

        Assert.Equal((HttpStatusCode.Forbidden, "api.scope-missing"), Told(reply));
        Assert.Contains(nameof(ApiScopes.NetworksWrite), (string)reply.Body!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_case_of_others_and_one_that_does_not_exist_then_the_answers_are_the_same()
    {
        var id = await _desk.Given.CaseInDraftingAsync(2);
        using var monza = await _desk.ProgramAsync(_desk.Given.Monza);

        var foreign = await monza.GetAsync($"{networks}/{id.Value}");
        var missing = await monza.GetAsync($"{networks}/{Ids.New(_desk.Given.Clock)}");

        Assert.Equal((HttpStatusCode.NotFound, "common.not-found"), Told(foreign));
        Assert.Equal(missing.Text, foreign.Text);
    }

    [Fact]
    public async Task Given_faults_in_what_is_sent_then_each_is_told_with_its_field_in_the_language_asked_for()
    {
        using var english = await _desk.ProgramAsync(_desk.Given.Lecco, language: "en");
        var id = await _desk.Given.CaseInDraftingAsync(2);

        var unknown = await english.PostAsync(networks, new { need = "painting", frims = "Alfa Srl", operationId = "x" });
        var wrong = await english.PostAsync(networks, new { need = "painting", firms = "Alfa Srl", kind = "Cooperative" });
        var refused = await english.PostAsync(networks, new { need = "", firms = "" });
        var unreadable = await english.PostAsync(networks, "not json");
        var keyless = await english.SendAsync(HttpMethod.Post, networks, null, []);
        var closing = await english.PostAsync($"{networks}/{id.Value}/closing", new { });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "api.field-unknown"), Told(unknown));
        Assert.Equal(["frims", "operationId"], Fields(unknown));
        Assert.Equal(("api.field-wrong", "kind"), (wrong.Code, (string?)wrong.Body!["field"]));
        Assert.Equal(["need", "firms"], Fields(refused));
        Assert.Equal("The value in \"kind\" is not of the expected kind: the description at /openapi/v1.json says which.", (string?)wrong.Body!["detail"]);
        Assert.Equal("api.not-json", unreadable.Code);
        Assert.Equal("api.key-missing", keyless.Code);
        Assert.Equal(("api.field-missing", "reason"), (closing.Code, (string?)closing.Body!["field"]));
    }

    [Fact]
    public async Task Given_an_act_that_is_sent_twice_then_it_is_done_once_and_another_body_is_refused()
    {
        var key = ("Idempotency-Key", Ids.New(_desk.Given.Clock).ToString());
        var body = new { need = "verniciatura in comune", firms = _firm };

        var replies = await Task.WhenAll(_lecco.PostAsync(networks, body, key), _lecco.PostAsync(networks, body, key));
        var again = await _lecco.PostAsync(networks, body, key);
        var other = await _lecco.PostAsync(networks, new { need = "altro", firms = "Alfa Srl" }, key);

        var done = replies.Where(r => r.Status == HttpStatusCode.OK).ToList();
        Assert.NotEmpty(done);
        Assert.All(replies.Except(done), r => Assert.Equal((HttpStatusCode.Conflict, "api.key-in-progress"), Told(r)));
        Assert.Equal(done[0].Text, again.Text);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "common.operation-reused"), Told(other));
        Assert.Single((await _lecco.ReadAsync(networks))["items"]!.AsArray());
    }

    [Fact]
    public async Task Given_a_case_that_moved_on_since_it_was_read_then_the_act_is_refused_and_nothing_is_done()
    {
        var address = $"{networks}/{(await _desk.Given.CaseInDraftingAsync(2)).Value}";
        var read = await _lecco.GetAsync(address);
        var tag = read.Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.NotModified, (await _lecco.GetAsync(address, ("If-None-Match", tag))).Status);
        var note = new { channel = "Call", outcome = "has-doubts", text = "Chiedono del fondo" };

        var first = await _lecco.PostAsync($"{address}/notes", note, ("If-Match", tag));
        var second = await _lecco.PostAsync($"{address}/notes", note, ("If-Match", tag));
        var third = await _lecco.PostAsync($"{address}/notes", note, ("If-Match", first.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "common.case-moved-on"), Told(second));
        Assert.Equal(HttpStatusCode.OK, third.Status);
        Assert.Equal("api.tag-wrong", (await _lecco.PostAsync($"{address}/notes", note, ("If-Match", "\"di ieri\""))).Code);
    }

    [Fact]
    public async Task Given_a_list_when_it_is_read_in_pages_while_a_case_is_opened_then_no_row_is_missing_or_twice()
    {
        for (var i = 0; i < 5; i++)
        {
            await _lecco.DoneAsync(networks, new { need = $"bisogno {i}", firms = _firm });
        }

        var seen = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await _lecco.ReadAsync($"{networks}?limit=2{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            seen.AddRange(page["items"]!.AsArray().Select(r => (string)r!["reference"]!));
            cursor = (string?)page["next"];
            await _lecco.DoneAsync(networks, new { need = "arrivato intanto", firms = _firm });
        }

        Assert.Equal(5, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal).Reverse(), seen);
        Assert.Equal("api.limit-wrong", (await _lecco.GetAsync($"{networks}?limit=5000")).Code);
        Assert.Equal("api.cursor-wrong", (await _lecco.GetAsync($"{networks}?cursor=qui")).Code);
        Assert.Equal("api.field-unknown", (await _lecco.GetAsync($"{networks}?page=2")).Code);
    }

    [Fact]
    public async Task Given_a_file_that_was_not_uploaded_here_then_knowing_its_hash_is_not_enough()
    {
        var address = $"{networks}/{(await _desk.Given.CaseInDraftingAsync(2)).Value}/signing/files";
        var files = new JsonArray(new JsonObject { ["name"] = "contratto.pdf.p7m", ["bytes"] = new string('a', 64) });
        var reply = await _lecco.PostAsync(address, new JsonObject { ["files"] = files }.ToJsonString());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "api.field-wrong"), Told(reply));
    }

    [Fact]
    public async Task Given_too_many_calls_of_one_token_then_it_is_told_to_wait_and_others_go_on()
    {
        await using var narrow = await DeskApp.StartAsync(settings: [$"--{ApiSetup.PerMinuteSetting}=2"]);
        using var busy = await narrow.ProgramAsync(narrow.Given.Lecco);
        using var other = await narrow.ProgramAsync(narrow.Given.Como);
        await busy.GetAsync(networks);
        await busy.GetAsync(networks);

        var third = await busy.GetAsync(networks);

        Assert.Equal((HttpStatusCode.TooManyRequests, "api.too-many"), Told(third));
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(networks)).Status);
    }

    private static (HttpStatusCode Status, string? Code) Told(ApiReply reply) => (reply.Status, reply.Code);

    private static IEnumerable<string> Fields(ApiReply reply) => reply.Body!["faults"]!.AsArray().Select(f => (string)f!["field"]!);
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Networks.Data;
using Networks.Data.Connections;
using Networks.Data.Conventions;
using Networks.Data.Officers;
using Networks.Workflows.Access;
using Networks.Workflows.Common;
using Networks.Workflows.Connections.CreateToken;
using Networks.Workflows.Connections.TakeTokenSecret;

namespace Networks.Web.Tests.Support;

/// <summary>A program with a token, as it calls the interface.</summary>
internal sealed class ApiClient(Uri address, string? secret, string language = "it") : IDisposable
{
    public const ApiScopes Everything = ApiScopes.NetworksRead | ApiScopes.NetworksWrite | ApiScopes.FirmsRead | ApiScopes.FirmsWrite
        | ApiScopes.RegionRead | ApiScopes.ServiceRead | ApiScopes.ServiceWrite;

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    public void Dispose() => _client.Dispose();

    public Task<ApiReply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Acts with an operation id of its own, or with the one among the headers.</summary>
    public Task<ApiReply> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(body as string ?? Json.Write(body ?? new { }), Encoding.UTF8, "application/json"),
            headers.Any(h => h.Name == "Idempotency-Key") ? headers : [.. headers, ("Idempotency-Key", Ids.New(TimeProvider.System).ToString())]);

    /// <summary>Acts and expects that it is done.</summary>
    public async Task<JsonNode> DoneAsync(string path, object? body = null)
    {
        var reply = await PostAsync(path, body);
        Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{path}: {reply.Status} {reply.Text}");
        return reply.Body ?? new JsonObject();
    }

    public async Task<JsonNode> ReadAsync(string path)
    {
        var reply = await GetAsync(path);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{path}: {reply.Status} {reply.Text}");
        return reply.Body!;
    }

    /// <returns>The ticket of the file.</returns>
    public async Task<string> StoreAsync(byte[] bytes) =>
        (string)(await SendAsync(HttpMethod.Post, "/api/v1/files", new ByteArrayContent(bytes), [])).Body!["file"]!;

    public Task<byte[]> BytesAsync(string path)
    {
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return _client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
    }

    public async Task<ApiReply> SendAsync(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new ApiReply(answer.StatusCode, text, answer.Headers, answer.Content.Headers.ContentType?.MediaType);
    }
}

/// <summary>What the interface answered.</summary>
internal sealed record ApiReply(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonNode? Body => ContentType is "application/json" or "application/problem+json" ? JsonNode.Parse(Text) : null;

    /// <summary>The code of a refusal; null for an answer.</summary>
    public string? Code => ContentType == "application/problem+json" ? (string?)Body!["code"] : null;
}

internal static class ApiDesk
{
    /// <summary>A program with a token that an administrator has prepared for an officer, who has taken its secret.</summary>
    public static async Task<ApiClient> ProgramAsync(this DeskApp desk, Officer officer, ApiScopes scopes = ApiClient.Everything, string language = "it") =>
        new(desk.App.Address, await desk.TokenAsync(officer, scopes), language);

    /// <returns>The secret.</returns>
    public static async Task<string> TokenAsync(this DeskApp desk, Officer officer, ApiScopes scopes)
    {
        var administrator = Actor.Person(officer.Id, officer.AssociationId, OfficerRoles.Administrator);
        var made = await desk.Given.SendAsAsync(administrator, new CreateToken(Ids.New(desk.Given.Clock), "Gestionale", officer.Id, scopes, new DateOnly(2026, 12, 31)));
        Assert.True(made.Ok, made.Refusal?.Code);
        var secret = LinkToken.New();
        var taken = await desk.Given.SendAsAsync(Actor.Of(officer), new TakeTokenSecret(Ids.New(desk.Given.Clock), made.Value.Id) { SecretHash = LinkToken.Hash(secret) });
        Assert.True(taken.Ok, taken.Refusal?.Code);
        return secret;
    }
}

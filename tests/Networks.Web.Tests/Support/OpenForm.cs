using System.Net;

namespace Networks.Web.Tests.Support;

/// <summary>A form as somebody has it open on the screen: what happens meanwhile it does not know.</summary>
internal sealed class OpenForm
{
    private readonly HttpClient _client;
    private readonly string _page;
    private readonly IReadOnlyList<(string Name, string Value)> _hidden;

    private OpenForm(HttpClient client, string page, IReadOnlyList<(string Name, string Value)> hidden)
    {
        _client = client;
        _page = page;
        _hidden = hidden;
    }

    public static async Task<OpenForm> AtAsync(HttpClient client, string page, string form) =>
        new(client, page, Html.HiddenFields(await client.GetStringAsync(new Uri(page, UriKind.Relative)), form));

    /// <summary>The same screen; what it sends reaches another node.</summary>
    public OpenForm SentBy(HttpClient client) => new(client, _page, _hidden);

    /// <summary>Sends the form as it stands on the screen; several times is what "back" and a double press do.</summary>
    public Task<PageAnswer> SendAsync(params (string Name, string Value)[] typed) => SendToAsync(_page, typed);

    /// <summary>Sends the form to another address than its own.</summary>
    public async Task<PageAnswer> SendToAsync(string page, params (string Name, string Value)[] typed)
    {
        using var content = new FormUrlEncodedContent(_hidden.Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await PageAnswer.OfAsync(await _client.PostAsync(new Uri(page, UriKind.Relative), content));
    }

    public async Task<PageAnswer> SendFileAsync(string field, string name, byte[] file, params (string Name, string Value)[] typed)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (key, value) in _hidden.Concat(typed))
        {
            content.Add(new StringContent(value), key);
        }

        content.Add(new ByteArrayContent(file), field, name);
        return await PageAnswer.OfAsync(await _client.PostAsync(new Uri(_page, UriKind.Relative), content));
    }
}

/// <summary>An answer as a person reads it.</summary>
internal sealed record PageAnswer(HttpStatusCode Status, string Html, HttpResponseMessage Message)
{
    public static async Task<PageAnswer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, WebUtility.HtmlDecode(await message.Content.ReadAsStringAsync()), message);

    /// <summary>Asserts the status, the sentence, and the field that the sentence leads to (null: the sentence is about no field).</summary>
    public PageAnswer Says(int status, string sentence, string? field = null)
    {
        Assert.Equal(status, (int)Status);
        Assert.Contains(field is null ? sentence : $"<a href=\"#f-{field}\">{sentence}</a>", Html, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Asserts that what was typed is still there.</summary>
    public PageAnswer Keeps(params string[] typed)
    {
        Assert.All(typed, text => Assert.Contains(text, Html, StringComparison.Ordinal));
        return this;
    }

    public PageAnswer IsDone()
    {
        Assert.Equal(HttpStatusCode.Found, Status);
        return this;
    }
}

using System.Net;
using System.Text.RegularExpressions;

namespace Networks.Bench;

/// <summary>Chooses somebody on the demo's first page, as a person does.</summary>
internal static partial class DemoSignIn
{
    /// <summary>The first officer of the desk of Lecco.</summary>
    public static Task AsFirstOfLeccoAsync(HttpClient client) =>
        BecomeAsync(client, html => Person().Match(html[html.IndexOf("Desk di Lecco", StringComparison.Ordinal)..]).Groups[1].Value);

    /// <param name="name">As it stands on the page.</param>
    public static Task AsAsync(HttpClient client, string name) =>
        BecomeAsync(client, html => Person().Matches(html).Single(m => html[(m.Index + m.Length)..].TrimStart('>').StartsWith(name, StringComparison.Ordinal)).Groups[1].Value);

    private static async Task BecomeAsync(HttpClient client, Func<string, string> choose)
    {
        var page = new Uri("/demo", UriKind.Relative);
        var html = await client.GetStringAsync(page);
        var fields = Hidden().Matches(html).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Append(KeyValuePair.Create("person", choose(html)));
        using var form = new FormUrlEncodedContent(fields.DistinctBy(f => f.Key));
        using var answer = await client.PostAsync(page, form);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"/demo: {answer.StatusCode}");
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"person\" value=\"([^\"]+)\"")]
    private static partial Regex Person();
}

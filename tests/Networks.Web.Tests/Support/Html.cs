using System.Net;
using System.Text.RegularExpressions;

namespace Networks.Web.Tests.Support;

/// <summary>Posting our forms as a browser without script does: read the page, keep its hidden fields, add what was typed.</summary>
internal static partial class Html
{
    /// <param name="form">Name of the form (<c>ActForm Name</c>); its hidden fields go along.</param>
    public static Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, string form, params (string Name, string Value)[] typed) =>
        client.PostFormAsync(page, $"id=\"form-{form}\"", page, typed);

    /// <param name="mark">A text in the opening tag of the form.</param>
    /// <param name="target">Where the form goes to.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string page, string mark, string target, params (string Name, string Value)[] typed)
    {
        var html = await (await client.GetAsync(new Uri(page, UriKind.Relative))).Content.ReadAsStringAsync();
        var fields = HiddenFields(html, mark, page).Select(f => KeyValuePair.Create(f.Name, f.Value))
            .Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(target, UriKind.Relative), content);
    }

    /// <summary>The codes of the refusals on a page, in order, each once.</summary>
    public static IReadOnlyList<string> Codes(string html) =>
        [.. Code().Matches(html).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>The hidden fields of a form, for tests that post files too.</summary>
    public static IReadOnlyList<(string Name, string Value)> HiddenFields(string html, string form) => HiddenFields(html, $"id=\"form-{form}\"", form);

    private static IReadOnlyList<(string Name, string Value)> HiddenFields(string html, string mark, string page)
    {
        var start = html.IndexOf(mark, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no form with {mark}");
        var body = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        return [.. Hidden().Matches(body).Select(m => (Attribute(m.Value, "name"), Attribute(m.Value, "value")))];
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("data-code=\"([^\"]*)\"")]
    private static partial Regex Code();
}

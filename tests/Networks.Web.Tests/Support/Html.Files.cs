namespace Networks.Web.Tests.Support;

internal static partial class Html
{
    /// <summary>Posts a form that carries files, as a browser without script does.</summary>
    /// <param name="field">Name of the file field; several files share it.</param>
    public static async Task<HttpResponseMessage> PostFilesAsync(
        this HttpClient client, string page, string form, string field, IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] typed)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var start = html.IndexOf($"id=\"form-{form}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no form {form}");
        var body = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden().Matches(body).Select(m => (Attribute(m.Value, "name"), Attribute(m.Value, "value"))).Concat(typed))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        return await client.PostAsync(new Uri(page, UriKind.Relative), content);
    }
}

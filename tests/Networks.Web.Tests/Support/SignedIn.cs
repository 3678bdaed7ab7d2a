using System.Text.RegularExpressions;

namespace Networks.Web.Tests.Support;

/// <summary>Ways into the service for tests, each by the real pages.</summary>
internal static partial class SignedIn
{
    public const string Email = "ada.conti@desk-lecco.example";
    public const string Password = "quattro parole in fila";

    private static readonly (string, string)[] _setup =
    [
        ("programme", "Punto Alleanze di prova"), ("association", "Associazione di Lecco"), ("desk", "Desk di Lecco"),
        ("name", "Ada Conti"), ("email", Email), ("password", Password),
    ];

    /// <summary>The facts of the set-up form without the code.</summary>
    public static IReadOnlyList<(string Name, string Value)> SetupFacts => _setup;

    public static Task<HttpResponseMessage> PasswordAsync(this HttpClient client, string email, string password) =>
        client.PostFormAsync("/sign-in", "sign-in", ("email", email), ("password", password));

    /// <summary>Password and first connection of the phone.</summary>
    /// <returns>The secret of the second factor and the recovery codes.</returns>
    public static async Task<(string Secret, IReadOnlyList<string> Codes)> EnrolAsync(this HttpClient client, string email, string password)
    {
        await client.PasswordAsync(email, password);
        var secret = Secret().Match(await client.GetStringAsync(new Uri("/sign-in/enrol", UriKind.Relative))).Groups[1].Value;
        var done = await client.PostFormAsync("/sign-in/enrol", "enrol", ("code", Totp.Code(secret)));
        var html = await done.Content.ReadAsStringAsync();
        return (secret, [.. Recovery().Match(html).Groups[1].Value.Split("<li>").Skip(1).Select(line => line[..line.IndexOf('<', StringComparison.Ordinal)])]);
    }

    [GeneratedRegex("data-secret>([A-Z2-7 ]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("data-recovery-codes>(.*?)</ul>", RegexOptions.Singleline)]
    private static partial Regex Recovery();
}

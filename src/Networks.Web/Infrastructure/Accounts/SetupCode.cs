using System.Security.Cryptography;
using System.Text;
using Networks.Workflows.Common;
using Networks.Workflows.Mail;

namespace Networks.Web.Infrastructure.Accounts;

/// <summary>
/// The one-time code that the console shows while the service has no account: who can read the console may make the
/// first administrator. It lives in memory only and is gone after use.
/// </summary>
internal sealed class SetupCode
{
    // Without the signs that are misread: 0 and O, 1 and I and L.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private string? _code;

    /// <summary>Makes the code, about 79 bits, in four groups of four.</summary>
    public string Issue() => _code = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Signs, 4)));

    /// <summary>Compares in constant time; spaces around it and small letters are forgiven.</summary>
    public bool Matches(string? typed) =>
        _code is { } code && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes((typed ?? "").Trim().ToUpperInvariant()));

    /// <summary>Writes the code, and the address under which people reach the page, to the console of a service that has no account yet; says nothing otherwise.</summary>
    public static async Task AnnounceAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().IsMissingAsync())
        {
            var code = services.GetRequiredService<SetupCode>().Issue();
            await output.WriteLineAsync(Words.Say("security.setup-console", services.GetRequiredService<PublicAddress>().Of("setup"), code));
        }
    }

    public void Forget() => _code = null;
}

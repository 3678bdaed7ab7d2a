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

    /// <summary>Asked before the service listens: from then on whatever befalls its database must not end it.</summary>
    /// <returns>A new code where there is no account yet; else null.</returns>
    public static async Task<string?> IssueIfEmptyAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().IsMissingAsync() ? services.GetRequiredService<SetupCode>().Issue() : null;
    }

    /// <returns>The console's line: the code, and the address under which people reach the page for it.</returns>
    public static string Told(IServiceProvider services, string code) => Words.Say("security.setup-console", services.GetRequiredService<PublicAddress>().Of("setup"), code);

    public void Forget() => _code = null;
}
